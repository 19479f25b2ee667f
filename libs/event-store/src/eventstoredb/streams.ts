import type { Head, StoredEvent } from '../events.js';
import type { ReadOptions } from '../event-store.js';
import { pageLimit } from '../limits.js';
import type { Connection } from './connection.js';
import { MissingEvent } from './missing-event.js';
import type { Names } from './names.js';
import { fromServer } from './recorded.js';
import type { Recorded } from './recorded.js';
import type { RecentlySeen } from './recently-seen.js';

/** Reads single streams. */
export class Streams {
  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly seen: RecentlySeen,
  ) {}

  /** @throws StoreUnavailable, MissingEvent */
  async page(stream: string, options: ReadOptions): Promise<StoredEvent[]> {
    const { direction = 'forwards', from, limit } = options;
    const backwards = direction === 'backwards';
    const count = pageLimit(limit);
    const events = (await this.read(stream, { backwards, from, count })).map(({ event }) => event);
    refuseGaps(stream, events, backwards ? -1 : 1, backwards ? undefined : (from ?? 0));
    const last = backwards ? events[0] : events.at(-1);
    if (last) this.seen.add(last);
    return events;
  }

  /** The last event of the stream. @throws StoreUnavailable */
  async head(stream: string): Promise<Head | undefined> {
    const [last] = await this.read(stream, { backwards: true, count: 1 });
    return last?.event;
  }

  /** The event at a revision. @throws StoreUnavailable */
  async at(stream: string, revision: number): Promise<StoredEvent | undefined> {
    const [standing] = await this.standing(stream, revision, 1);
    return standing?.event;
  }

  /** What stands at these revisions, as far as the stream goes. @throws StoreUnavailable */
  async standing(stream: string, from: number, count: number): Promise<Recorded[]> {
    return this.read(stream, { from, count });
  }

  private async read(
    stream: string,
    options: { backwards?: boolean; from?: number; count: number },
  ): Promise<Recorded[]> {
    const events = await this.connection.readStream(this.names.onServer(stream), options);
    return events.flatMap(({ event }) => (event ? [fromServer(event, stream)] : []));
  }
}

/** The server leaves out what is hidden or removed without a word. */
function refuseGaps(
  stream: string,
  events: readonly StoredEvent[],
  step: 1 | -1,
  first: number | undefined,
): void {
  let due = first ?? events[0]?.revision;
  for (const { revision } of events) {
    if (due === undefined || revision !== due) throw new MissingEvent(stream, due ?? 0);
    due = revision + step;
  }
}
