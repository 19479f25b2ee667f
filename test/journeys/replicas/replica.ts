import type { EventStore } from '@roadbook/event-store';
import type { Messaging } from '@roadbook/messaging';
import type { StoredLease } from '@roadbook/replicas';
import { ReplicatedEngines } from '@roadbook/service';
import type { KeptIn, ServiceStores } from '@roadbook/service';
import type { Clock } from '@roadbook/process';
import { RandomIds } from '@roadbook/process';
import { SeverableEventStore } from './severable-event-store.js';

export interface Shared {
  readonly storeOf: (kept: KeptIn) => EventStore;
  readonly openMessaging: () => Messaging;
  readonly clock: Clock;
}

const silent = { log: () => undefined, error: () => undefined };

/** What one replica keeps things in: what all share, by connections of its own. */
export class ReplicaEngines extends ReplicatedEngines {
  readonly leases: StoredLease[] = [];
  private readonly ways: SeverableEventStore[];
  private readonly carriers: Messaging[];

  constructor({ storeOf, openMessaging, clock }: Shared) {
    const ways: SeverableEventStore[] = [];
    const carriers: Messaging[] = [];
    const servers = {
      openStore: (kept: KeptIn) => {
        const store = new SeverableEventStore(storeOf(kept));
        ways.push(store);
        return Promise.resolve({ store, close: () => Promise.resolve() });
      },
      openMessaging: () => {
        const messaging = openMessaging();
        carriers.push(messaging);
        return Promise.resolve(messaging);
      },
    };
    super({ servers, clock, ids: new RandomIds(), logger: silent });
    this.ways = ways;
    this.carriers = carriers;
  }

  override async storesOf(service: string): Promise<ServiceStores> {
    const stores = await super.storesOf(service);
    this.leases.push(stores.lease as StoredLease);
    return stores;
  }

  /** The replica is gone, without a word: it reaches nothing any more. */
  async vanish(): Promise<void> {
    for (const way of this.ways) way.sever();
    await Promise.all(this.carriers.map((one) => one.close()));
  }
}
