import { EventStore } from '../event-store.js';
import type { Appended, Filter, OnPage, Page, Subscription } from '../event-store.js';
import type { ReadAllOptions, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Head, Position, SealedEvent, StoredEvent } from '../events.js';
import { pageOf } from '../filter.js';
import { Followings } from '../followings.js';
import { pageLimit } from '../limits.js';
import { appendTo } from '../log.js';
import { storedEvent } from '../stored-event.js';
import { MemoryLog } from './memory-log.js';

/** The event store for tests: keeps everything in memory and nothing beyond, and otherwise behaves as the others do. */
export class InMemoryEventStore extends EventStore {
  private readonly log = new MemoryLog();
  private readonly followings = new Followings((options) => this.readAll(options));

  protected override commit(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    return promised(() => {
      const appended = this.log.atomically(() => appendTo(this.log, stream, expected, events));
      this.followings.wake();
      return appended;
    });
  }

  override readStream(
    stream: string,
    { direction = 'forwards', from, limit }: ReadOptions = {},
  ): Promise<StoredEvent[]> {
    return promised(() => {
      const entries = this.log.entriesOf(stream);
      const wanted =
        direction === 'forwards'
          ? entries.slice(from ?? 0)
          : entries.slice(0, (from ?? Infinity) + 1).reverse();
      return wanted.slice(0, pageLimit(limit)).map(storedEvent);
    });
  }

  override readAll({ after = start, filter, limit }: ReadAllOptions = {}): Promise<Page> {
    return promised(() => {
      const behind = this.log.entries.slice(after + 1);
      const page = pageOf(behind, { after, filter, limit: pageLimit(limit) });
      return { ...page, events: page.events.map(storedEvent) };
    });
  }

  override head(): Promise<Position> {
    return Promise.resolve(this.end);
  }

  override subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription {
    return this.followings.start(options, onPage, onError);
  }

  private get end(): Position {
    return this.log.entries.at(-1)?.position ?? start;
  }
}

/** What `work` returns or throws, as a promise. */
const promised = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });
