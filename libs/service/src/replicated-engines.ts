import type { LoggerService, OnApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '@roadbook/event-store';
import type { IdempotencyStore } from '@roadbook/http';
import type { Messaging } from '@roadbook/messaging';
import type { Clock, Ids } from '@roadbook/process';
import { LeasedCheckpoints, StoredAnswers, StoredLease } from '@roadbook/replicas';
import { Engines } from './engines.js';
import type { ServiceStores } from './engines.js';

/** What a store is for: the events of a service, its lease, or the first answers of all services. None of them sees what another holds. */
export type KeptIn =
  { readonly holds: 'events' | 'lease'; readonly service: string } | { readonly holds: 'answers' };

/** A store that was opened for this process. */
export interface OpenedStore {
  readonly store: EventStore;
  close(): Promise<void>;
}

export interface Servers {
  /**
   * Events are kept for good. Of a lease, the last event is enough; a stream of answers is not needed any more two days after its last event.
   */
  openStore(kept: KeptIn): Promise<OpenedStore>;
  openMessaging(): Promise<Messaging>;
}

export interface ReplicatedEnginesOptions {
  readonly servers: Servers;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Pick<LoggerService, 'log' | 'error'>;
}

/** Servers that any number of replicas share. */
export class ReplicatedEngines extends Engines implements OnApplicationShutdown {
  private readonly opened: OpenedStore[] = [];

  constructor(private readonly options: ReplicatedEnginesOptions) {
    super();
  }

  override async storesOf(service: string): Promise<ServiceStores> {
    const { servers, clock, ids, logger } = this.options;
    const events = await servers.openStore({ holds: 'events', service });
    const kept = await servers.openStore({ holds: 'lease', service });
    const lease = new StoredLease({ store: kept.store, service, clock, ids, logger });
    return {
      ...{ events: events.store, checkpoints: new LeasedCheckpoints(lease), lease },
      close: async () => {
        await events.close();
        await kept.close();
      },
    };
  }

  override async answers(): Promise<IdempotencyStore> {
    const { servers, clock, ids, logger } = this.options;
    const kept = await servers.openStore({ holds: 'answers' });
    this.opened.push(kept);
    return new StoredAnswers({
      ...{ store: kept.store, clock, ids },
      onLost: (error) => {
        logger.error('a first answer could not be kept', error);
      },
    });
  }

  override messaging(): Promise<Messaging> {
    return this.options.servers.openMessaging();
  }

  /** What the process has once is shut down when its services have stopped. */
  async onApplicationShutdown(): Promise<void> {
    for (const one of this.opened) await one.close();
  }
}
