import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { describeReleaseApi } from './api/openapi.js';
import { ReleaseModule } from './release.module.js';

const app = await NestFactory.create<NestFastifyApplication>(ReleaseModule, new FastifyAdapter());
SwaggerModule.setup('docs', app, () => describeReleaseApi(app));
app.enableShutdownHooks();
await app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
