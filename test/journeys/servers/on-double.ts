import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { StreamMetadata } from '@eventstore/db-client';
import { topics } from '@roadbook/contracts';
import { EventStoreDbStore } from '@roadbook/event-store/eventstoredb';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { ManualClock, RandomIds } from '@roadbook/process';
import { Engines, ReplicatedEngines } from '@roadbook/service';
import type { KeptIn, OpenedStore } from '@roadbook/service';
import { EventStoreDbDouble } from '../../../libs/event-store/src/eventstoredb-double/index.js';
import { keys } from '../../engines/keys.js';
import { Service } from '../api/service.js';

const now = '2026-03-02T08:00:00.000Z';
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
/** Nobody listens there. */
const noBroker = '127.0.0.1:9';

/** All services in this process, with their events on the double of EventStoreDB, and what else they share at hand. */
export class OnDouble {
  private readonly client: EventStoreDBClient;
  private stopped?: Promise<void>;

  private constructor(
    readonly service: Service,
    readonly double: EventStoreDbDouble,
    private readonly folder: string,
  ) {
    this.client = EventStoreDBClient.connectionString(double.url);
  }

  static async start(): Promise<OnDouble> {
    const folder = mkdtempSync(join(tmpdir(), 'roadbook-on-double-'));
    const double = await EventStoreDbDouble.started();
    const clock = new ManualClock(now);
    const servers = {
      openStore: (kept: KeptIn) => openStore(kept, double.url),
      openMessaging: () =>
        Promise.resolve(SqliteMessaging.open(join(folder, 'messages.db'), { topics, clock })),
    };
    const engines = new ReplicatedEngines({
      ...{ servers, clock, ids: new RandomIds(), logger: silent },
    });
    const dataFolder = mkdtempSync(join(folder, 'replica-'));
    const parts = [{ provide: Engines, useValue: engines }];
    const service = await Service.start(now, dataFolder, { parts, settings: keys, clock });
    return new OnDouble(service, double, folder);
  }

  /** What a command is told of the servers, and where the rows of this replica are. */
  get variables(): Readonly<Record<string, string>> {
    return {
      ...keys,
      EVENTSTOREDB_URL: this.double.url,
      KAFKA_BROKERS: noBroker,
      ROADBOOK_DATA: this.service.dataFolder,
    };
  }

  /** What an operator of the server does. */
  async setMetadata(stream: string, metadata: StreamMetadata): Promise<void> {
    await this.client.setStreamMetadata(stream, metadata);
  }

  /** What somebody writes beside Roadbook. */
  async write(stream: string, type: string, metadata: object): Promise<void> {
    await this.client.appendToStream(stream, {
      ...{ id: crypto.randomUUID(), type, contentType: 'application/json' },
      ...{ data: {}, metadata: { ...metadata } },
    });
  }

  /** Their rows stay, and the server with all that is on record. */
  stopServices(): Promise<void> {
    return (this.stopped ??= this.service.close());
  }

  async stop(): Promise<void> {
    await this.stopServices();
    await this.client.dispose();
    this.double.stop();
    rmSync(this.folder, { recursive: true });
  }
}

async function openStore(kept: KeptIn, url: string): Promise<OpenedStore> {
  if (kept.holds !== 'events')
    return { store: new InMemoryEventStore(), close: () => Promise.resolve() };
  const store = await EventStoreDbStore.open({
    ...{ url, service: kept.service, development: true, logger: silent },
  });
  return { store, close: () => store.close() };
}
