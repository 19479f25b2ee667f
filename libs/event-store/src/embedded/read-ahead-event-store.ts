import { StoreUnavailable } from '../errors.js';
import { EventStore } from '../event-store.js';
import type { Appended, Filter, OnPage, Page, Subscription } from '../event-store.js';
import type { ReadAllOptions, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Position, StoredEvent } from '../events.js';
import { pageOfRows } from './page-rows.js';
import type { PageRows } from './page-rows.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { ThreadedReader } from './threaded-reader.js';

/**
 * A store opened for reading by whoever goes through everything. While a page is worked on, the one behind it is read in
 * another thread: reading rows from the file is more work than making events of them.
 */
export class ReadAheadEventStore extends EventStore {
  private readonly reader: ThreadedReader;
  private ahead?: { readonly after: Position; readonly rows: Promise<PageRows> };

  private constructor(
    path: string,
    private readonly store: SqliteEventStore,
  ) {
    super();
    this.reader = new ThreadedReader(path);
  }

  /** @throws CannotOpenFile when there is none, or the file is foreign or from a later version. */
  static open(path: string): ReadAheadEventStore {
    return new ReadAheadEventStore(path, SqliteEventStore.openForReading(path));
  }

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    const { after = start, filter, limit } = options;
    if (filter ?? limit) return this.store.readAll(options);
    const page = (await this.readBefore(after)) ?? pageOfRows(await this.reader.page(after));
    if (!page.atEnd) this.ahead = { after: page.position, rows: this.reader.page(page.position) };
    return page;
  }

  override readStream(stream: string, options?: ReadOptions): Promise<StoredEvent[]> {
    return this.store.readStream(stream, options);
  }

  override head(): Promise<Position> {
    return this.store.head();
  }

  override subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription {
    return this.store.subscribe(options, onPage, onError);
  }

  async close(): Promise<void> {
    await this.reader.close();
    await this.store.close();
  }

  protected override commit(): Promise<Appended> {
    return Promise.reject(new StoreUnavailable('the event store was opened for reading only'));
  }

  /** Events never change, so a page that was read before is still the same; unless it was the last, behind which more may stand now. */
  private async readBefore(after: Position): Promise<Page | undefined> {
    const { ahead } = this;
    this.ahead = undefined;
    const page = ahead?.after === after ? pageOfRows(await ahead.rows) : undefined;
    return page?.atEnd ? undefined : page;
  }
}
