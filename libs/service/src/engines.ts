import type { EventStore } from '@roadbook/event-store';
import type { IdempotencyStore } from '@roadbook/http';
import type { Messaging } from '@roadbook/messaging';
import type { Checkpoints } from '@roadbook/read-model';
import type { Lease } from '@roadbook/replicas';

/** What a service keeps besides its rows. Abstract class: shape and injection token in one. */
export abstract class ServiceStores {
  abstract readonly events: EventStore;
  abstract readonly checkpoints: Checkpoints;
  /** Under which it does what its replicas do once between them. */
  abstract readonly lease: Lease;
  /** Lets go of all of them; nothing is read or written any more. */
  abstract close(): Promise<void>;
}

/**
 * Port: what keeps and carries things for a process, whichever services run in it: files of its own, or servers that it shares with other
 * replicas. Each is opened by whoever asks, once.
 */
export abstract class Engines {
  abstract storesOf(service: string): ServiceStores | Promise<ServiceStores>;
  abstract answers(): IdempotencyStore | Promise<IdempotencyStore>;
  abstract messaging(): Messaging | Promise<Messaging>;
}
