import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { damageIn, isSqliteError, watch } from '@roadbook/sqlite';
import type { Failpoint, FileLock } from '@roadbook/sqlite';
import { StoreUnavailable } from '../errors.js';
import { EventStore } from '../event-store.js';
import type { Appended, Filter, OnPage, Page, Subscription } from '../event-store.js';
import type { ReadAllOptions, ReadOptions } from '../event-store.js';
import type { Head, Position, SealedEvent, StoredEvent } from '../events.js';
import { Followings } from '../followings.js';
import { pageLimit } from '../limits.js';
import { openReadable, openWritable } from './files.js';
import { RecentEvents } from './recent-events.js';
import { Reader } from './reader.js';
import { storeUnavailable } from './sqlite-errors.js';
import { lockForWriting } from './writer-lock.js';
import { Writer } from './writer.js';

export interface SqliteOptions {
  readonly failpoint?: Failpoint;
}

/** The event store in one SQLite file, written by one process at a time. */
export class SqliteEventStore extends EventStore {
  private readonly followings = new Followings((options) => this.readAll(options));
  private readonly recent = new RecentEvents();
  private readonly reader: Reader;
  private readonly writer: Writer | undefined;
  private stopWatching: (() => void) | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly db: DatabaseSyncInstance,
    private readonly lock?: FileLock,
    { failpoint }: SqliteOptions = {},
  ) {
    super();
    this.reader = new Reader(db);
    if (lock) this.writer = new Writer(db, this.recent, this.wake, failpoint);
  }

  /**
   * Opens the store at `path` for reading and writing, and makes it when there is none; its folder must exist.
   * @throws CannotOpenFile when another process writes there, the file is foreign or from a later version, or the place
   *   cannot keep events durably.
   */
  static open(path: string, options?: SqliteOptions): SqliteEventStore {
    const lock = lockForWriting(path);
    try {
      return new SqliteEventStore(openWritable(path), lock, options);
    } catch (error) {
      lock.close();
      throw error;
    }
  }

  /**
   * Opens an existing store for reading, whether or not another process writes to it meanwhile; its appends are refused.
   * @throws CannotOpenFile when there is none, or the file is foreign or from a later version.
   */
  static openForReading(path: string): SqliteEventStore {
    return new SqliteEventStore(openReadable(path));
  }

  protected override commit(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    if (this.closing) return Promise.reject(new StoreUnavailable('the event store is closed'));
    if (this.writer) return this.writer.append(stream, expected, events);
    return Promise.reject(new StoreUnavailable('the event store was opened for reading only'));
  }

  override readStream(stream: string, options: ReadOptions = {}): Promise<StoredEvent[]> {
    return this.read(
      () => this.recent.stream(stream, options) ?? this.streamOfFile(stream, options),
    );
  }

  override readAll(options: ReadAllOptions = {}): Promise<Page> {
    return this.read(() => this.recent.all(options) ?? this.reader.all(options));
  }

  override head(): Promise<Position> {
    return this.read(() => this.reader.head());
  }

  /** Seals over the order of everything behind `after` up to `upTo`, one for each event; `verify` compares them. */
  orderSeals(after: Position, upTo: Position): Promise<string[]> {
    return this.read(() => this.reader.orderSeals(after, upTo));
  }

  /** What is wrong with the file, events or not; `undefined` where it is whole. */
  damage(): Promise<string | undefined> {
    return this.read(() => damageIn(this.db));
  }

  override subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription {
    if (!this.writer) this.stopWatching ??= watch(this.db, this.wake);
    return this.followings.start(options, onPage, onError);
  }

  /** Commits what waits, stops every subscription, and lets go of the file. */
  close(): Promise<void> {
    return (this.closing ??= this.letGo());
  }

  private async letGo(): Promise<void> {
    this.writer?.drain();
    this.stopWatching?.();
    await this.followings.stop();
    this.db.close();
    this.lock?.close();
  }

  private streamOfFile(stream: string, options: ReadOptions): StoredEvent[] {
    const { direction, limit } = options;
    const events = this.reader.stream(stream, options);
    const last = events.at(-1);
    // Only the one writer knows where a stream ends for longer than a moment.
    if (this.writer && last && direction !== 'backwards' && events.length < pageLimit(limit))
      this.recent.endsAt(stream, last);
    return events;
  }

  private readonly wake = (): void => {
    this.followings.wake();
  };

  private read<T>(query: () => T): Promise<T> {
    return new Promise((resolve) => {
      try {
        resolve(query());
      } catch (error) {
        throw isSqliteError(error) || !this.db.isOpen ? storeUnavailable(error) : error;
      }
    });
  }
}
