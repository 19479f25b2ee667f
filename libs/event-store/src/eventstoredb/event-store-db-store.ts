import type { LoggerService } from '@nestjs/common';
import { StoreUnavailable } from '../errors.js';
import { EventStore } from '../event-store.js';
import type { Appended, Filter, OnPage, Page, Subscription } from '../event-store.js';
import type { ReadAllOptions, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Head, Position, SealedEvent, StoredEvent } from '../events.js';
import { Followings } from '../followings.js';
import { readAddress } from './address.js';
import { Appends } from './appends.js';
import { Connection } from './connection.js';
import { Continuity } from './continuity.js';
import { Everything } from './everything.js';
import { KeepingLess } from './keeping.js';
import type { Keeping } from './keeping.js';
import { LastOwn } from './last-own.js';
import { LiveFeed } from './live-feed.js';
import { MissingEvent } from './missing-event.js';
import { Names } from './names.js';
import { RecentlySeen } from './recently-seen.js';
import { Streams } from './streams.js';
import { refuseUnsafeMetadata, UnsafeMetadata } from './unsafe-metadata.js';
import { Window } from './window.js';

export interface EventStoreDbOptions {
  /** `esdb://user:password@host:2113`, several hosts with commas; `kurrentdb://` is the same. */
  readonly url: string;
  /** Whose streams these are: several services share one server and see only their own. */
  readonly service: string;
  /** How much of each stream is kept; by default all of it, and whatever takes from it is refused. */
  readonly keeping?: Keeping;
  /** Allows a server without TLS, or with the password that every server has at first. */
  readonly development?: boolean;
  readonly logger: Pick<LoggerService, 'error' | 'warn'>;
  /** How long one call to the server may take. */
  readonly callMs?: number;
  /** How long an append whose outcome is unknown is repeated. */
  readonly patienceMs?: number;
  /** How often to look whether everything arrives that is stored. */
  readonly canaryMs?: number;
}

const inPractice = { callMs: 3_000, patienceMs: 5_000, canaryMs: 5_000 };

/** Without the stream, which can be one of a project that is none of the asker's business. */
const lasting =
  'the event store was told to remove events, and takes none until an operator has taken that back; /health/ready says of which stream';

/** What the store is made of. */
interface Parts {
  readonly connection: Connection;
  readonly names: Names;
  readonly seen: RecentlySeen;
  readonly streams: Streams;
  readonly everything: Everything;
  readonly lastOwn: LastOwn;
  readonly metadata: UnsafeMetadata;
}

/** The event store on EventStoreDB, 22.10 or later, and KurrentDB. */
export class EventStoreDbStore extends EventStore {
  private readonly followings = new Followings((options) => this.readAll(options));
  private readonly appends: Appends;
  private readonly feed: LiveFeed;
  private readonly keeping?: KeepingLess;
  private closing?: Promise<void>;

  private constructor(
    private readonly parts: Parts,
    private readonly window: Window,
    private readonly options: EventStoreDbOptions,
  ) {
    super();
    const { connection, names, streams, seen } = parts;
    const { logger, callMs, patienceMs, canaryMs } = { ...inPractice, ...options };
    this.appends = new Appends(connection, names, streams, seen, patienceMs);
    const onMore = () => {
      this.followings.wake();
    };
    this.feed = new LiveFeed({ ...parts, window, logger, onMore, silenceMs: callMs, canaryMs });
    if (!options.keeping) this.feed.start();
    else this.keeping = new KeepingLess(options.keeping, connection, names, logger);
  }

  /**
   * @throws UnsafeStore when the server, as it is addressed, or one of the service's streams loses or shows what is recorded
   * @throws StoreUnavailable when the server cannot be reached
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbStore> {
    const { url, development = false, service, callMs } = { ...inPractice, ...options };
    const names = new Names(service);
    const connection = new Connection(readAddress(url, development), callMs);
    const parts = partsOf(connection, names, options.keeping);
    try {
      const { lastOwn, everything } = parts;
      // Before looking at metadata: what is written while that is done comes by the subscription, which begins here.
      const own = await lastOwn.find();
      if (!options.keeping) await refuseUnsafeMetadata(connection, names, parts.metadata, callMs);
      // Who is new on a server that others have long used does not look through all that they wrote.
      if (own === start) everything.emptyUpTo = lastOwn.upTo;
      const window = new Window(own, lastOwn.upTo);
      return new EventStoreDbStore(parts, window, options);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  protected override async commit(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    this.refuseClosed();
    const unsafe = this.trouble();
    if (unsafe !== undefined) throw new StoreUnavailable(unsafe, { lasting });
    const appended = await this.appends.append(stream, expected, events);
    this.keeping?.appended(stream);
    return appended;
  }

  override async readStream(stream: string, options: ReadOptions = {}): Promise<StoredEvent[]> {
    this.refuseClosed();
    return this.parts.streams.page(stream, options);
  }

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    this.refuseClosed();
    return this.parts.everything.page(options);
  }

  override async head(): Promise<Position> {
    this.refuseClosed();
    return this.parts.lastOwn.find();
  }

  override trouble(): string | undefined {
    return this.parts.metadata.first;
  }

  override subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription {
    this.feed.start();
    const { streams, everything } = this.parts;
    const continuity = new Continuity(options.after, (stream, revision) =>
      streams.at(stream, revision),
    );
    const witness = (events: readonly StoredEvent[]) => continuity.follow(events);
    return this.followings.start(options, onPage, this.alarming(onError), async (asked) => {
      // Whoever is being stopped looks once more.
      if (this.closing) return { events: [], position: asked.after ?? start, atEnd: true };
      return (await this.window.page(asked, witness)) ?? everything.page(asked, witness);
    });
  }

  /** Stops every subscription and lets go of the server. */
  close(): Promise<void> {
    return (this.closing ??= this.letGo());
  }

  private async letGo(): Promise<void> {
    await this.followings.stop();
    await this.feed.stop();
    await this.parts.connection.close();
  }

  private refuseClosed(): void {
    if (this.closing) throw new StoreUnavailable('the event store is closed');
  }

  /** A missing event is for whoever runs the service, too. */
  private alarming(onError: (error: unknown) => void) {
    return (error: unknown): void => {
      if (error instanceof MissingEvent) this.options.logger.error(error.message);
      onError(error);
    };
  }
}

function partsOf(connection: Connection, names: Names, keeping: Keeping | undefined): Parts {
  const seen = new RecentlySeen();
  return {
    connection,
    names,
    seen,
    streams: new Streams(connection, names, seen),
    everything: new Everything(connection, names),
    lastOwn: new LastOwn(connection, names),
    metadata: keeping ? new UnsafeMetadata(names, []) : new UnsafeMetadata(names),
  };
}
