import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService, Provider } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@roadbook/decider';
import { createHttpApp, describeApis, signDevelopmentToken } from '@roadbook/http';
import { Clock, ManualClock, readConfiguration } from '@roadbook/process';
import type { LightMyRequestResponse } from 'fastify';
import { apisOf, ServicesModule } from '@roadbook/service';
import { services } from '../../../together/services.js';
import { assertDescribed } from './contract.js';

const readyWithinMs = 10_000;
const tokenSeconds = 30 * 24 * 3600;

/** Whom a token was issued to, and what it allows. */
export interface Holder {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly projects?: readonly string[];
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** A role alone is a holder of that name, so that each role is somebody else. Absent for no token at all. */
  readonly as?: Role | Holder;
  /** An object is sent as JSON; a text as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is different from how the services start by themselves. */
export interface Different {
  /** In place of those that the process has. */
  readonly parts?: readonly Provider[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly logger?: LoggerService | false;
  /** Where several replicas have one. */
  readonly clock?: ManualClock;
}

/**
 * All services in this process, on a store of its own and with a clock to turn; asked through HTTP and nothing else. Every
 * answer has to be one that the OpenAPI document describes.
 */
export class Service {
  private readonly tokens = new Map<string, Promise<string>>();

  private constructor(
    private readonly app: NestFastifyApplication,
    readonly dataFolder: string,
    readonly clock: ManualClock,
  ) {}

  static async start(
    now = '2026-03-02T08:00:00.000Z',
    dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-journey-')),
    { parts = [], settings = {}, logger = false, clock = new ManualClock(now) }: Different = {},
  ): Promise<Service> {
    const configuration = readConfiguration({ ...settings, ROADBOOK_DATA: dataFolder });
    const replaced = [{ provide: Clock, useValue: clock }, ...parts];
    const module = ServicesModule.of(services, configuration, replaced);
    const app = await createHttpApp(module, { logger, logsRequests: logger !== false });
    describeApis(app, apisOf(services, configuration), { page: false });
    await app.init();
    const service = new Service(app, dataFolder, clock);
    await service.ready();
    return service;
  }

  /** Leaves its data folder behind. */
  close(): Promise<void> {
    return this.app.close();
  }

  async stop(): Promise<void> {
    await this.close();
    rmSync(this.dataFolder, { recursive: true });
  }

  async send({ method, path, as, body, headers = {} }: Request): Promise<LightMyRequestResponse> {
    const json = body !== undefined && { 'content-type': 'application/json' };
    const token = as && { authorization: `Bearer ${await this.token(as)}` };
    const answer = await this.app.inject({
      method,
      url: path,
      headers: { ...json, ...token, ...headers },
      ...(body !== undefined && { payload: body }),
    });
    assertDescribed({ method, path }, answer);
    return answer;
  }

  /** Listens from now on, and asks there: for answers that do not end. */
  async open(path: string, as: Role, headers: Record<string, string>) {
    if (!this.app.getHttpServer().listening) await this.app.listen(0, '127.0.0.1');
    const authorization = `Bearer ${await this.token(as)}`;
    const url = `${await this.app.getUrl()}${path}`;
    return fetch(url, { headers: { authorization, ...headers } });
  }

  private token(as: Role | Holder): Promise<string> {
    const holder = typeof as === 'string' ? { subject: as, roles: [as] } : as;
    const key = JSON.stringify(holder);
    const { dataFolder, clock } = this;
    const token =
      this.tokens.get(key) ??
      signDevelopmentToken({ ...holder, dataFolder, clock, expiresInSeconds: tokenSeconds });
    this.tokens.set(key, token);
    return token;
  }

  private async ready(): Promise<void> {
    const untilMs = Date.now() + readyWithinMs;
    for (;;) {
      const { statusCode, body } = await this.send({ method: 'GET', path: '/health/ready' });
      if (statusCode === 200) return;
      if (Date.now() > untilMs) throw new Error(`the service did not get ready: ${body}`);
    }
  }
}
