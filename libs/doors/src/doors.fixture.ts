import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { topics } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import {
  createHttpApp,
  EventStreams,
  IdempotencyStore,
  problems,
  TokenVerifier,
} from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { EmbeddedIdempotencyStore } from '@roadbook/http/embedded';
import { Messaging } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { Clock, Ids, ManualClock, RandomIds } from '@roadbook/process';
import { DoorsModule } from './doors.module.js';

/** Tokens say who they are for: `cqo`, `cqo.cdo`, `cqo/shop`, `cqo/shop.other`. */
class SpokenTokens extends TokenVerifier {
  override verify(token: string): Promise<Identity> {
    const [roles = '', projects] = token.split('/');
    if (roles === 'nobody') return Promise.reject(problems.unauthenticated('it has expired'));
    return Promise.resolve({
      actor: `a_${roles}`,
      roles: roles.split('.') as Role[],
      ...(projects !== undefined && { projects: projects.split('.') }),
    });
  }
}

@Module({})
class TestModule {
  static on(dataFolder: string, messaging: Messaging, clock: Clock): DynamicModule {
    const ports = [
      { provide: Clock, useValue: clock },
      { provide: Ids, useClass: RandomIds },
      { provide: TokenVerifier, useClass: SpokenTokens },
      {
        provide: IdempotencyStore,
        useValue: new EmbeddedIdempotencyStore({ path: ':memory:', clock }),
      },
      { provide: Messaging, useValue: messaging },
      { provide: EventStreams, useValue: new EventStreams() },
    ];
    return {
      module: TestModule,
      global: true,
      imports: [DoorsModule.on({ dataFolder })],
      providers: ports,
      exports: ports.map(({ provide }) => provide),
    };
  }
}

/** The doors on a server of their own, with nobody behind them. */
export class Doors {
  readonly clock = new ManualClock('2026-03-02T08:00:00.000Z');
  private readonly folder = mkdtempSync(join(tmpdir(), 'doors-'));
  readonly messaging = SqliteMessaging.open(join(this.folder, 'messages.db'), {
    topics,
    clock: this.clock,
    delays: { firstMs: 1, mostMs: 5 },
  });
  private app!: NestFastifyApplication;
  url = '';

  static async open(): Promise<Doors> {
    const doors = new Doors();
    const module = TestModule.on(doors.folder, doors.messaging, doors.clock);
    doors.app = await createHttpApp(module, { logger: false });
    await doors.app.listen(0, '127.0.0.1');
    const { port } = doors.app.getHttpServer().address() as AddressInfo;
    doors.url = `http://127.0.0.1:${port}`;
    return doors;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.messaging.close();
    rmSync(this.folder, { recursive: true });
  }

  /** @param as the token: roles and, behind a slash, projects, each joined by dots */
  ask(path: string, as: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${as}`, ...(init.headers as object) };
    return fetch(this.url + path, { ...init, headers });
  }

  /** Everything that was published in a topic. */
  async published(topic: string): Promise<readonly Delivered[]> {
    return (await this.messaging.read(topic)).messages;
  }
}
