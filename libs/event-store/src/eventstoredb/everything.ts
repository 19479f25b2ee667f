import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { UnreadableEvent } from '../errors.js';
import type { Page, ReadAllOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Position, StoredEvent } from '../events.js';
import { passes } from '../filter.js';
import { pageEventsMax, pageLimit } from '../limits.js';
import type { Connection } from './connection.js';
import { isInvalidPosition, unavailable } from './failures.js';
import { Milestones } from './milestones.js';
import type { Names } from './names.js';
import { positionOf } from './positions.js';
import { fromServer } from './recorded.js';

/** After so many events a page with a filter reads no further: what it lets through may be rare, and others wait meanwhile. */
const lookedAtEnough = 10_000;
/** A page ends early above this, so that a page of the largest events still fits in memory. Offsets in the log are bytes. */
const pageBytesMax = 4_000_000;

/** Told of every event of the service in its order, whether it passes a filter or not. */
export type Witness = (events: readonly StoredEvent[]) => Promise<void>;

/** A page that is being read. */
interface Progress {
  readonly limit: number;
  readonly events: StoredEvent[];
  readonly seen: StoredEvent[];
  /** From where the server is asked to read on. */
  cursor: Position;
  /** Up to where everything was looked at. */
  position: Position;
  /** The last event of the service up to there. */
  own: Position;
  looked: number;
  /** True when the page ends although more of the service's events follow. */
  full: boolean;
}

/** Reads everything, page by page, and picks what belongs to the service. */
export class Everything {
  /** Nothing of the service stands up to here. */
  emptyUpTo: Position = start;
  private readonly milestones = new Milestones();

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /** @throws StoreUnavailable, UnreadableEvent, and whatever the witness throws */
  async page(options: ReadAllOptions, witness?: Witness): Promise<Page> {
    const { after = start, filter } = options;
    const page: Progress = {
      limit: pageLimit(options.limit),
      events: [],
      seen: [],
      cursor: Math.max(after, this.emptyUpTo),
      position: after,
      own: after,
      looked: 0,
      full: false,
    };
    let atEnd: boolean;
    do {
      atEnd = await this.readOn(page, after, filter);
    } while (!atEnd && !page.full && !(filter && page.looked >= lookedAtEnough));
    await witness?.(page.seen);
    const { events } = page;
    // What others wrote behind the last of our events is no part of it: where nothing of ours follows, nothing follows.
    if (atEnd && !page.full) return { events, position: page.own, atEnd: true };
    return { events, position: page.full ? page.own : page.position, atEnd: false };
  }

  /** Reads the next events into the page; true when there are no more. */
  private async readOn(
    page: Progress,
    after: Position,
    filter: ReadAllOptions['filter'],
  ): Promise<boolean> {
    const take = ({ event }: AllStreamResolvedEvent): boolean => {
      if (!event || page.full) return true;
      const position = positionOf(event.position.commit);
      page.cursor = position;
      if (position <= page.position) return true;
      const stream = this.names.ofService(event.streamId);
      if (stream !== undefined && !takeOwn(page, fromServer(event, stream).event, filter)) {
        page.full = true;
        return true;
      }
      page.position = position;
      page.looked += 1;
      this.milestones.pass(position);
      page.full = page.events.length > 0 && position - after > pageBytesMax;
      return !page.full;
    };
    // The event at the position comes again, and one behind the page shows whether there is more.
    const count = Math.min(page.looked + page.limit, pageEventsMax) + 2;
    try {
      return await this.read(page, count, take);
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw unavailable(error);
      if (page.seen.length === 0) throw error;
      page.full = true;
      return false;
    }
  }

  private async read(
    page: Progress,
    count: number,
    take: (event: AllStreamResolvedEvent) => boolean,
  ): Promise<boolean> {
    try {
      return await this.connection.readAll(page.cursor, count, take);
    } catch (error) {
      if (page.cursor === start || !isInvalidPosition(error)) throw error;
      page.cursor = this.milestones.before(page.cursor);
      return this.connection.readAll(page.cursor, count, take);
    }
  }
}

/** False when the page has no room for the event. */
function takeOwn(page: Progress, event: StoredEvent, filter: ReadAllOptions['filter']): boolean {
  if (page.events.length === page.limit) return false;
  page.seen.push(event);
  page.own = event.position;
  if (!filter || passes(filter, event)) page.events.push(event);
  return true;
}
