import type { LoggerService } from '@nestjs/common';
import { StoreUnavailable } from '@roadbook/event-store';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { Follower } from '@roadbook/following';
import type { UpTo } from '@roadbook/following';
import type { Checkpoints } from '@roadbook/read-model';
import { Settled } from '../commands/settled.js';
import { Reactions } from './reactions.js';

/** How long a command waits for what follows from the events before it. */
const settledLimitMs = 5_000;

/**
 * Carries out what follows from the service's own events, one after the other, from where it stopped last. A crash repeats the last one,
 * which the deciders meet with silence.
 */
export class Reactor extends Settled {
  private readonly follower: Follower;

  constructor(
    store: EventStore,
    checkpoints: Checkpoints,
    private readonly reactions: { to(event: StoredEvent): Promise<void> },
    logger: LoggerService,
  ) {
    super();
    this.follower = new Follower(
      {
        name: 'reactions',
        types: Reactions.types,
        carryOut: (events, upTo) => this.react(events, upTo),
        failed: 'a reaction failed; it is tried again',
      },
      { store, checkpoints, logger },
    );
  }

  start(): Promise<void> {
    return this.follower.start();
  }

  stop(): Promise<void> {
    return this.follower.stop();
  }

  /** What is wrong, for readiness; `undefined` when reactions are carried out. */
  trouble(): string | undefined {
    return this.follower.isRetrying ? 'reactions to events are being retried' : undefined;
  }

  override async settled(): Promise<void> {
    if (await this.follower.caughtUp(settledLimitMs)) return;
    throw new StoreUnavailable('what follows from earlier events is not done yet; try again');
  }

  private async react(events: readonly StoredEvent[], upTo: UpTo): Promise<void> {
    for (const event of events) {
      await this.reactions.to(event);
      await upTo(event.position);
    }
  }
}
