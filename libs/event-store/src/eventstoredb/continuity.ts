import { start } from '../events.js';
import type { Position, StoredEvent } from '../events.js';
import { MissingEvent } from './missing-event.js';

/** Finds the event of a stream at a revision. */
type At = (stream: string, revision: number) => Promise<StoredEvent | undefined>;

/**
 * Watches over what one subscription is given: in every stream, each revision follows the one before it. Memory grows with the number
 * of streams.
 */
export class Continuity {
  private readonly last = new Map<string, number>();

  constructor(
    private readonly after: Position,
    private readonly at: At,
  ) {}

  /** @throws MissingEvent */
  async follow(events: readonly StoredEvent[]): Promise<void> {
    for (const { stream, revision } of events) {
      const before = this.last.get(stream) ?? (await this.before(stream, revision));
      if (revision !== before + 1) throw new MissingEvent(stream, before + 1);
      this.last.set(stream, revision);
    }
  }

  /** The revision that the subscriber knows of a stream that comes up for the first time. */
  private async before(stream: string, revision: number): Promise<number> {
    if (revision === 0 || this.after === start) return -1;
    const event = await this.at(stream, revision - 1);
    // Behind where it began to follow, it should have been delivered.
    return event && event.position <= this.after ? event.revision : revision - 2;
  }
}
