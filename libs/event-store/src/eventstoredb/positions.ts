import { END, START } from '@eventstore/db-client';
import type { Position as LogPosition } from '@eventstore/db-client';
import { start } from '../events.js';
import type { Position } from '../events.js';

/** Positions on the server are offsets in its log. @throws RangeError for one that a number cannot hold. */
export function positionOf(offset: bigint): Position {
  if (offset <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(offset);
  throw new RangeError(
    `position ${offset} of the event store is above 2^53 and would be rounded; this log is too long, or the position is none`,
  );
}

/** Where the server shall begin. Events that were appended by clients of our kind have the same offset in both halves. */
export const logPositionOf = (position: Position): LogPosition | typeof START =>
  position === start ? START : { commit: BigInt(position), prepare: BigInt(position) };

export { END, START };
