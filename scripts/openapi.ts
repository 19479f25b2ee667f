// Writes openapi/<app>.json from the built apps; with --check, compares instead. It works on dist, because the
// swagger plugin runs in the build. In preview mode nothing is constructed: no database, no keys, no port.
import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiDocument } from '@roadbook/http';
import { readConfiguration } from '@roadbook/process';
import { apisOf, ServicesModule } from '@roadbook/service';
import type { Service } from '@roadbook/service';
import { services } from '../together/services.js';

const configuration = readConfiguration({});

async function documentOf(service: Service): Promise<string> {
  const module = ServicesModule.of([service], configuration);
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
  });
  const [api] = apisOf([service], configuration);
  const document = apiDocument(app, api);
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

const check = process.argv.includes('--check');
await mkdir('openapi', { recursive: true });
for (const service of services) {
  const file = `openapi/${service.name}.json`;
  const document = await documentOf(service);
  if (!check) await writeFile(file, document);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== document) {
    process.stderr.write(`${file} is not what the code says: run \`npm run openapi\`, commit it\n`);
    process.exitCode = 1;
  }
}
