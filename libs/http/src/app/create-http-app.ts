import { NestFactory } from '@nestjs/core';
import type { DynamicModule, LoggerService, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttpApp } from './configure-http-app.js';
import { httpAdapter } from './http-adapter.js';
import { logRequests } from './log-requests.js';

export interface HttpAppOptions {
  readonly logger?: LoggerService | false;
  /** Logs every request, at the level `debug`. */
  readonly logsRequests?: boolean;
}

/**
 * An app with everything of this library, ready to describe its API and to listen. The module provides the
 * ports: `Clock` and `Ids` of the process, `TokenVerifier` and `IdempotencyStore`.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  { logger, logsRequests = false }: HttpAppOptions = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), {
    ...(logger === undefined ? {} : { logger }),
    bodyParser: false,
    abortOnError: false,
  });
  configureHttpApp(app);
  if (logsRequests) logRequests(app.getHttpAdapter().getInstance());
  return app;
}
