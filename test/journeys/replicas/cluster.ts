import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, topics } from '@roadbook/contracts';
import type { Received } from '@roadbook/contracts';
import type { EventStore } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { Clock, ManualClock } from '@roadbook/process';
import { Engines } from '@roadbook/service';
import type { KeptIn } from '@roadbook/service';
import { keys } from '../../engines/keys.js';
import { Service } from '../api/service.js';
import type { Request } from '../api/service.js';
import { ReplicaEngines } from './replica.js';

const now = '2026-03-02T08:00:00.000Z';
/** How often a lease is looked at. */
const lookSeconds = 2;

interface Replica {
  readonly service: Service;
  readonly engines: ReplicaEngines;
}

/** Replicas of all services in this process: each with rows of its own, on stores and messages that they share, by one clock. */
export class Cluster {
  readonly clock = new ManualClock(now);
  /** Those that are not gone, in the order in which they were started. */
  readonly replicas: Replica[] = [];
  /** All of them as one service: each request goes to the next one. */
  readonly front: Service;
  private readonly gone: Replica[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'roadbook-replicas-'));
  private readonly stores = new Map<string, InMemoryEventStore>();
  private turn = 0;

  private constructor(first: (cluster: Cluster) => Service) {
    this.front = first(this);
  }

  static async start(count = 2): Promise<Cluster> {
    const cluster = new Cluster((of) => of.asOne());
    for (let number = 0; number < count; number += 1) await cluster.add();
    return cluster;
  }

  async add(): Promise<Replica> {
    const { clock } = this;
    const engines = new ReplicaEngines({
      storeOf: (kept) => this.storeOf(kept),
      openMessaging: () => this.openMessaging(),
      clock,
    });
    const parts = [
      { provide: Clock, useValue: clock },
      { provide: Engines, useValue: engines },
    ];
    const dataFolder = mkdtempSync(join(this.folder, 'replica-'));
    const service = await Service.start(now, dataFolder, { parts, settings: keys, clock });
    const replica = { service, engines };
    this.replicas.push(replica);
    return replica;
  }

  /** A replica is killed; the next one in line is the first. */
  async kill(replica: Replica): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    this.gone.push(replica);
    await replica.engines.vanish();
  }

  /** A replica stops as it is told to. */
  async close(replica: Replica): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    await replica.service.close();
  }

  /** So many seconds go by, in which every replica looks after its leases. */
  async pass(seconds: number): Promise<void> {
    for (let gone = 0; gone < seconds; gone += lookSeconds) {
      this.clock.advance({ seconds: lookSeconds });
      await this.tend();
    }
  }

  async tend(): Promise<void> {
    for (const { engines } of this.replicas)
      await Promise.all(engines.leases.map((lease) => lease.tend()));
  }

  storeOf(kept: KeptIn): EventStore {
    const name = JSON.stringify(kept);
    const store = this.stores.get(name) ?? new InMemoryEventStore();
    this.stores.set(name, store);
    return store;
  }

  /** Everything that is kept on a topic, in the order in which it was published for each key. */
  async said(topic: string): Promise<readonly Received[]> {
    const messaging = this.openMessaging();
    const said: Received[] = [];
    let page = await messaging.read(topic);
    for (;;) {
      said.push(...page.messages.map((message) => decode(topic, envelopeIn(message))));
      if (page.atEnd) break;
      page = await messaging.read(topic, { after: page.mark });
    }
    await messaging.close();
    return said;
  }

  async stop(): Promise<void> {
    for (const { service } of [...this.replicas, ...this.gone]) await service.close();
    rmSync(this.folder, { recursive: true });
  }

  private openMessaging(): SqliteMessaging {
    return SqliteMessaging.open(join(this.folder, 'messages.db'), { topics });
  }

  private asOne(): Service {
    const send = (request: Request) => {
      const { service } = this.replicas[(this.turn += 1) % this.replicas.length]!;
      return service.send(request);
    };
    return new Proxy({} as Service, {
      get: (_, name): unknown =>
        name === 'send' ? send : Reflect.get(this.replicas[0]!.service, name),
    });
  }
}
