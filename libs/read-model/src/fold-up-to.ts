import { setImmediate } from 'node:timers/promises';
import { pageEventsMax } from '@roadbook/event-store';
import type { EventStore, Position } from '@roadbook/event-store';
import type { Fold } from './fold.js';
import type { RowStore } from './row-store.js';

/** Pages after which a batch is saved. The larger it is the fewer rows are written twice; memory and the turns of others limit it. */
const batchPagesMax = 10;

export interface FoldUpTo {
  /** The last position to take; by default all that there is. */
  readonly until?: Position;
  readonly signal?: AbortSignal;
  /** Called after each page with the number of events read so far and the position reached. */
  readonly onPage?: (events: number, position: Position) => void;
}

/** Folds everything behind the rows' position, and saves it. Lets others work between two pages. */
export async function foldUpTo(
  events: EventStore,
  rows: RowStore,
  fold: Fold,
  { until = Infinity, signal, onPage }: FoldUpTo = {},
): Promise<void> {
  let after = rows.reached.position;
  let taken = 0;
  for (let pages = 1; after < until; pages += 1) {
    const page = await events.readAll({ after });
    signal?.throwIfAborted();
    const wanted = page.events.filter(({ position }) => position <= until);
    fold.take(wanted);
    taken += wanted.length;
    after = page.position;
    // A page that is not full has events that are large.
    const large = page.events.length < pageEventsMax;
    if (large || fold.full || pages % batchPagesMax === 0) fold.save();
    onPage?.(taken, after);
    if (page.atEnd) break;
    await setImmediate();
  }
  fold.save();
}
