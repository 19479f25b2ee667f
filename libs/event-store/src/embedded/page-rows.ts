import { UnreadableEvent } from '../errors.js';
import type { Page } from '../event-store.js';
import type { Position, StoredEvent } from '../events.js';
import { eventOf } from './rows.js';
import type { Row } from './rows.js';

/** A page of everything as it comes from the file. Plain values, so that another thread can read it. */
export interface PageRows {
  readonly after: Position;
  readonly rows: readonly Row[];
  /** How far was looked; absent where more rows lie behind these. */
  readonly end?: Position;
  /** The last position of all when it was read. */
  readonly head: Position;
}

/** @throws UnreadableEvent when the first event cannot be read. */
export function pageOfRows({ after, rows, end, head }: PageRows): Page {
  const events = readable(rows);
  const last = events.at(-1)?.position ?? after;
  const position = Math.max(after, events.length === rows.length ? (end ?? last) : last);
  return { events, position, atEnd: position >= head };
}

/** An event that cannot be read ends the page before it, and fails the next one: whoever follows gets everything up to there. */
function readable(rows: readonly Row[]): StoredEvent[] {
  const events: StoredEvent[] = [];
  try {
    for (const row of rows) events.push(eventOf(row));
  } catch (error) {
    if (!(error instanceof UnreadableEvent) || events.length === 0) throw error;
  }
  return events;
}
