import { Injectable } from '@nestjs/common';
import { EventStore } from '@roadbook/event-store';
import { ReadModel } from '@roadbook/read-model';

/** How long a question waits for the rows of what was written before it. */
const caughtUpLimitMs = 2_000;

/**
 * The rows of everything that was written before a question, so that whoever gave a command reads what it did.
 * All methods throw NotCaughtUp, ReadModelNotReady or ProjectionFailed when the rows cannot be read now; what was written stands.
 */
@Injectable()
export class CurrentRows {
  constructor(
    private readonly events: EventStore,
    private readonly rows: ReadModel,
  ) {}

  async upToNow(): Promise<ReadModel> {
    const head = await this.events.head();
    await this.rows.caughtUpTo(head, { limitMs: caughtUpLimitMs });
    return this.rows;
  }
}
