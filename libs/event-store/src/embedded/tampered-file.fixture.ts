import { DatabaseSync } from '@photostructure/sqlite';
import { events, readToEnd, somebody } from '../contract/fixtures.js';
import type { StoredEvent } from '../events.js';
import { verify } from '../verify.js';
import type { Misfit, Verified } from '../verify.js';
import { SqliteEventStore } from './sqlite-event-store.js';

/** The file of a store with three streams, interleaved: its positions 0 to 11 hold a0 b0 c0 a1 b1 c1 a2 b2 c2 a3 b3 c3. */
export class TamperedFile {
  private constructor(
    private readonly path: string,
    /** The events as they were written. */
    readonly events: readonly StoredEvent[],
  ) {}

  static async at(path: string): Promise<TamperedFile> {
    const store = SqliteEventStore.open(path);
    const heads = new Map();
    for (let round = 0; round < 4; round++) {
      for (const stream of ['a', 'b', 'c']) {
        const { head } = await store.append(stream, heads.get(stream), events(1), somebody);
        heads.set(stream, head);
      }
    }
    const written = await readToEnd(store);
    await store.close();
    return new TamperedFile(path, written);
  }

  /** Does to the file what only somebody who takes the triggers away first can do. */
  tamper(...statements: string[]): void {
    const raw = new DatabaseSync(this.path);
    for (const kind of ['changed', 'removed', 'replaced']) {
      raw.exec(`DROP TRIGGER events_are_never_${kind}`);
    }
    for (const statement of statements) raw.exec(statement);
    raw.close();
  }

  async verified(): Promise<Verified> {
    const store = SqliteEventStore.openForReading(this.path);
    const verified = await verify(store);
    await store.close();
    return verified;
  }

  /** The event that was written at this position, with another place where one is given. */
  misfit(position: number, wrong: string, place: Partial<Misfit> = {}): Misfit {
    const { stream, revision, id } = this.events[position]!;
    return { position, stream, revision, id, ...place, wrong };
  }
}

/** Behind an INSERT: a copy of the event at this position, with other values (in SQL) in some columns. */
export function copyOf(position: number, changes: Record<string, string | number>): string {
  const columns = [
    ...['position', 'stream', 'revision', 'id', 'type', 'schema_version', 'recorded_at'],
    ...['occurred_at', 'actor', 'role', 'command_id', 'correlation_id', 'causation_id'],
    ...['hash', 'order_seal', 'data'],
  ].map((column) => changes[column] ?? column);
  return `INTO events SELECT ${columns.join(', ')} FROM events WHERE position = ${position}`;
}

/** What is found in a stream. */
export const inStream = {
  exchanged:
    'its hash does not fit its content and the event before it in its stream: one of them was changed or exchanged',
  missing: (revision: number) =>
    `revision ${revision} of its stream does not stand before it: that event was removed or moved`,
  early: (revision: number) =>
    `revision ${revision} of its stream is due there: this event was inserted or moved`,
};

/** What is found in the order of everything. */
export const inOrder = {
  exchanged:
    'it does not follow the event before it in the order of everything: one of them was changed, exchanged, moved or inserted',
  empty: (position: number) =>
    `position ${position} is empty: an event was removed or moved from there`,
};
