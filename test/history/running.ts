import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { topics } from '@roadbook/contracts';
import { SqliteEventStore } from '@roadbook/event-store/embedded';
import { createHttpApp } from '@roadbook/http';
import { Messaging } from '@roadbook/messaging';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { readConfiguration } from '@roadbook/process';
import { filesOf, ServicesModule, sharedFilesIn } from '@roadbook/service';
import { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import { Project } from '../../demo/project.js';
import { services } from '../../together/services.js';
import { eventually } from '../journeys/api/eventually.js';
import { ChaoticMessaging } from './chaotic-messaging.js';
import { CountedMessaging } from './counted-messaging.js';

/** The same in both runs, so that actors and digests of secrets are compared as they are. */
const keys = {
  ROADBOOK_ACTOR_KEY: 'ab'.repeat(32),
  ROADBOOK_SETTINGS_KEY: 'cd'.repeat(32),
};
const lookEveryMs = 50;
const quietMsMax = 120_000;
/** What follows from an event is on record, or on a topic, within two looks. */
const quietLooks = 4;

/** The three services, listening, on messaging that does what it should or chaos. */
export class Running {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly dataFolder: string,
    readonly began: string,
    readonly project: Project,
    private readonly counted: CountedMessaging,
    readonly chaos?: ChaoticMessaging,
  ) {}

  /** @param seed of the chaos; messages go straight on without one */
  static async start(
    seed?: number,
    dataFolder = mkdtempSync(join(tmpdir(), 'roadbook-history-')),
  ): Promise<Running> {
    const began = new Date().toISOString();
    const { messages } = sharedFilesIn(dataFolder);
    const counted = new CountedMessaging(SqliteMessaging.open(messages, { topics }));
    const chaos = seed === undefined ? undefined : new ChaoticMessaging(counted, seed);
    const configuration = readConfiguration({ ROADBOOK_DATA: dataFolder, ...keys });
    const parts = [{ provide: Messaging, useValue: chaos ?? counted }];
    const app = await createHttpApp(ServicesModule.of(services, configuration, parts), {
      logger: false,
    });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const project = new Project(new Client(url), new People(dataFolder), 'shop', 'history');
    await eventually(async () => (await fetch(`${url}/health/ready`)).ok);
    return new Running(app, dataFolder, began, project, counted, chaos);
  }

  /** Waits until nothing follows from anything any more, and leaves the data folder behind. */
  async stop(): Promise<void> {
    await this.quiet();
    await this.app.close();
  }

  async quiet(): Promise<void> {
    const untilMs = Date.now() + quietMsMax;
    let before = '';
    for (let looks = 0; looks < quietLooks;) {
      if (Date.now() > untilMs) throw new Error('messages or events are still coming');
      const now = [await this.heads(), this.counted.count].join();
      const isQuiet = this.counted.quiet && (this.chaos?.quiet ?? true);
      looks = isQuiet && now === before ? looks + 1 : 0;
      before = now;
      await pause(lookEveryMs);
    }
  }

  private async heads(): Promise<string> {
    const heads = services.map(async ({ name }) => {
      const store = SqliteEventStore.openForReading(filesOf(name, this.dataFolder).events);
      const head = await store.head();
      await store.close();
      return head;
    });
    return (await Promise.all(heads)).join();
  }
}
