import { EventStoreDBClient } from '@eventstore/db-client';
import { Subscriber } from '../contract/fixtures.js';
import { EventStoreDbDouble } from '../eventstoredb-double/index.js';
import type { DoubleOptions } from '../eventstoredb-double/index.js';
import { EventStoreDbStore } from './event-store-db-store.js';
import type { EventStoreDbOptions } from './event-store-db-store.js';

/** The canary is asleep unless a test is about it, and calls have their time. */
const forTests = { callMs: 10_000, patienceMs: 3_000, canaryMs: 3_600_000 };

/** A server of its own for a test, and everything that was opened on it. */
export class OnDouble {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  private readonly stores: EventStoreDbStore[] = [];
  private readonly subscribers: Subscriber[] = [];
  private readonly clients: EventStoreDBClient[] = [];

  private constructor(readonly double: EventStoreDbDouble) {}

  static async started(options: DoubleOptions = {}): Promise<OnDouble> {
    return new OnDouble(await EventStoreDbDouble.started(options));
  }

  async store(options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDbStore> {
    const store = await EventStoreDbStore.open({
      url: this.double.url,
      service: 'release',
      development: true,
      logger: {
        warn: (line: string) => this.warnings.push(line),
        error: (line: string) => this.errors.push(line),
      },
      ...forTests,
      ...options,
    });
    this.stores.push(store);
    return store;
  }

  /** A client of somebody else. */
  client(): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(this.double.url);
    this.clients.push(client);
    return client;
  }

  subscriber(...options: ConstructorParameters<typeof Subscriber>): Subscriber {
    const subscriber = new Subscriber(...options);
    this.subscribers.push(subscriber);
    return subscriber;
  }

  /** What stands in the stream of the service, by the server's own log. */
  idsIn(stream: string, service = 'release'): string[] {
    const events = this.double.log.stream(`${service}/${stream}`)?.events ?? [];
    return events.map(({ id }) => id);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.subscribers.map((subscriber) => subscriber.stop()));
    await Promise.all(this.stores.map((store) => store.close()));
    await Promise.all(this.clients.map((client) => client.dispose()));
    this.double.stop();
  }
}
