import { start } from '../events.js';
import type { Position } from '../events.js';
import type { Connection } from './connection.js';
import type { Names } from './names.js';
import { positionOf } from './positions.js';

const stepsMax = 1_000;

/**
 * Finds the last event of the service, going back from the end of everything, each time only to where it looked before. The first time,
 * where others wrote much since the service wrote last, that is long.
 */
export class LastOwn {
  private own: Position = start;
  /** Up to here nothing of the service stands behind what was found. */
  upTo: Position = start;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /** @throws StoreUnavailable */
  async find(): Promise<Position> {
    let end: Position | undefined;
    let before: Position | undefined;
    for (let count = 1; ; count = Math.min(count * 10, stepsMax)) {
      const events = await this.connection.readBack(count, before);
      for (const { event } of events) {
        if (!event) continue;
        before = positionOf(event.position.commit);
        end ??= before;
        if (before <= this.upTo) return this.found(this.own, end);
        if (this.names.ofService(event.streamId) !== undefined) return this.found(before, end);
      }
      if (events.length < count) return this.found(this.own, end ?? start);
    }
  }

  private found(own: Position, end: Position): Position {
    if (end > this.upTo) {
      this.upTo = end;
      this.own = Math.max(own, this.own);
    }
    return Math.max(own, this.own);
  }
}
