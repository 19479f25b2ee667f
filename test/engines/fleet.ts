import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbStore } from '@roadbook/event-store/eventstoredb';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { everyEvent } from '@roadbook/service/tools';
import { freePort } from '../../scripts/kafka/free-port.mjs';
import { Client } from '../../demo/client.js';
import { People } from '../../demo/people.js';
import type { Person } from '../../demo/people.js';
import { Project } from '../../demo/project.js';
import { services } from '../../together/services.js';
import { ServiceProcess } from '../faults/service-process.js';
import { Front } from './front.js';
import { keys } from './keys.js';

const readyMsMax = 120_000;
/** How often a replica is started until it stands. */
const startsMax = 5;
const lookEveryMs = 250;
const quietMsMax = 180_000;
/** Nothing was recorded for so long: nothing follows from anything any more. */
const quietMs = 4_000;
const developmentKey = 'development-key.json';
const silent = { warn: () => undefined, error: () => undefined };

export interface FleetOptions {
  readonly brokers: readonly string[];
  /** Of each service. */
  readonly replicas?: number;
  /** A server of somebody else; by default its double, as a process of its own. */
  readonly eventStoreUrl?: string | undefined;
}

/** A replica of a service. Its rows lie in a folder that one replica of each service shares. */
export interface Replica {
  readonly service: string;
  readonly folder: string;
  readonly port: number;
  readonly process: ServiceProcess;
}

/** The services, each in processes of its own, on Kafka and EventStoreDB, behind one host. */
export class Fleet {
  readonly replicas: Replica[] = [];
  private readonly root = mkdtempSync(join(tmpdir(), 'roadbook-fleet-'));
  private readonly stores = new Map<string, EventStoreDbStore>();
  private double?: ServiceProcess;
  private eventStoreUrl = '';
  private front!: Front;
  readonly began = new Date().toISOString();

  private constructor(private readonly options: FleetOptions) {}

  static async start(options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(options);
    await fleet.startStore(options.eventStoreUrl);
    fleet.front = await Front.start((service) =>
      fleet.replicas.filter((one) => one.service === service).map(({ port }) => port),
    );
    for (let number = 0; number < (options.replicas ?? 1); number += 1)
      await Promise.all(services.map(({ name }) => fleet.add(name, fleet.folderOf(number))));
    return fleet;
  }

  get url(): string {
    return this.front.url;
  }

  /** The folder of the first replicas, with the key that tokens are signed by. */
  get dataFolder(): string {
    return this.folderOf(0);
  }

  /** What the names of its topics and streams begin with: nobody else's on the same servers do. */
  get prefix(): string {
    return `${basename(this.root).toLowerCase()}.`;
  }

  project(name: string, seed: string): Project {
    return new Project(new Client(this.url), new People(this.dataFolder), name, seed);
  }

  /** One request, as it is answered. */
  async ask(person: Person, method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await new People(this.dataFolder).token(person)}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async add(service: string, folder: string): Promise<Replica> {
    const port = await freePort();
    const process = ServiceProcess.start({
      entry: `apps/${service}/src/main.js`,
      env: { ...this.settings, PORT: String(port), ROADBOOK_DATA: folder },
    });
    const replica = { service, folder, port, process };
    await process.untilReady(`http://127.0.0.1:${String(port)}`, readyMsMax, 'ready');
    this.replicas.push(replica);
    return replica;
  }

  /** Starts one in place of another, as whoever runs them in production does: again, where it ends at its start because a server was slow. */
  async replace({ service, folder }: Replica): Promise<Replica> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.add(service, folder);
      } catch (error) {
        if (attempt === startsMax) throw error;
      }
    }
  }

  /** It dies without a word, and requests go to the others. */
  async kill(replica: Replica): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    replica.process.kill();
    await replica.process.ended;
  }

  /** The events of a service as the server has them. */
  async *eventsOf(service: string): AsyncGenerator<StoredEvent> {
    yield* everyEvent(await this.storeOf(service));
  }

  /** Waits until nothing is recorded any more. @param forMs how long nothing has to be */
  async quiet(forMs = quietMs): Promise<void> {
    const untilMs = Date.now() + quietMsMax;
    let before = '';
    for (let sinceMs = Date.now(); Date.now() - sinceMs < forMs;) {
      if (Date.now() > untilMs) throw new Error('events are still recorded');
      const now = await this.heads();
      if (now !== before) sinceMs = Date.now();
      before = now;
      await pause(lookEveryMs);
    }
  }

  /** Ends the services as they are told to, so that all rows are saved; the server and what it keeps stay. */
  async stopServices(): Promise<void> {
    for (const { process } of this.replicas) process.kill('SIGTERM');
    for (const { process } of this.replicas.splice(0)) await process.endedWithin(readyMsMax);
  }

  /** What the services logged as errors. */
  get complaints(): string[] {
    return this.replicas.flatMap(({ process }) => process.complaints);
  }

  async stop(): Promise<void> {
    await this.stopServices();
    for (const store of this.stores.values()) await store.close();
    this.double?.kill();
    await this.double?.ended;
    await this.front.stop();
    rmSync(this.root, { recursive: true });
  }

  folderOf(number: number): string {
    const folder = join(this.root, `replica-${String(number)}`);
    if (existsSync(folder)) return folder;
    mkdirSync(folder, { mode: 0o700 });
    const key = join(this.root, 'replica-0', developmentKey);
    if (existsSync(key)) copyFileSync(key, join(folder, developmentKey));
    return folder;
  }

  private get settings(): Readonly<Record<string, string>> {
    return {
      ...keys,
      EVENTSTOREDB_URL: this.eventStoreUrl,
      KAFKA_BROKERS: this.options.brokers.join(','),
      EVENTSTOREDB_PREFIX: this.prefix,
      KAFKA_PREFIX: this.prefix,
      KAFKA_REPLICATION: '1',
    };
  }

  private async startStore(given: string | undefined): Promise<void> {
    if (given !== undefined) {
      this.eventStoreUrl = given;
      return;
    }
    const port = String(await freePort());
    this.eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
    const double = ServiceProcess.start({
      entry: 'scripts/event-store-double.js',
      env: { PORT: port },
    });
    this.double = double;
    await double.untilSaid('Stands in for EventStoreDB', readyMsMax);
  }

  private async storeOf(service: string): Promise<EventStore> {
    const known = this.stores.get(service);
    if (known) return known;
    const store = await EventStoreDbStore.open({
      ...{ url: this.eventStoreUrl, service: this.prefix + service },
      ...{ development: true, logger: silent },
      // Only to look at what stands there: no test is about how long that takes.
      callMs: readyMsMax,
    });
    this.stores.set(service, store);
    return store;
  }

  private async heads(): Promise<string> {
    const heads = services.map(async ({ name }) => (await this.storeOf(name)).head());
    return (await Promise.all(heads)).join();
  }
}
