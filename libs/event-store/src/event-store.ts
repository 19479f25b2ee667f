import type { Head, NewEvent, Position, Provenance, SealedEvent, StoredEvent } from './events.js';
import { refuseTooLarge } from './limits.js';
import { seal } from './seal.js';

/** Which events of all are wanted. Absent parts want everything, empty ones nothing; both given must both hold. */
export interface Filter {
  readonly streamPrefixes?: readonly string[];
  readonly types?: readonly string[];
}

export interface Appended {
  /** The stream's last event after this append: expect it in the next one. */
  readonly head: Head;
  /** Position of the last event of this append. */
  readonly position: Position;
  /** True when these very events already stood there, so that nothing was written. */
  readonly repeated: boolean;
}

export interface ReadOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** First revision to read, in the direction of reading; by default the first or the last. */
  readonly from?: number;
  /** The most events in this page, 1 to `pageEventsMax`. */
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Read what lies behind this position; by default from the start. */
  readonly after?: Position;
  readonly filter?: Filter;
  readonly limit?: number;
}

/**
 * A page of everything. `position` is where the page ended, also when no event of it passed the filter: read on from there.
 * It can have fewer events than asked for, or none, without being the last: only `atEnd` says that.
 */
export interface Page {
  readonly events: readonly StoredEvent[];
  readonly position: Position;
  /** True when nothing lay behind this page at the moment of reading. */
  readonly atEnd: boolean;
}

export interface Subscription {
  /** Stops the delivery; resolves when no handler runs any more. A handler that awaits it waits for itself. */
  stop(): Promise<void>;
}

/**
 * Called with pages in order, first the past, then live; the next page waits until the promise settles. A page without events
 * still moves the position: what lies up to there has nothing that passes the filter.
 */
export type OnPage = (page: Page) => Promise<void>;

/**
 * The log of everything that happened. Streams are append-only; an append goes to exactly one stream and names the last event
 * that it knows. Abstract class: port and injection token in one.
 */
export abstract class EventStore {
  /**
   * Appends events to one stream, all or none, durably: when the promise resolves they survive a power loss.
   * The same event ids at the same expected head are the same append: it answers as the first time and writes nothing.
   * @throws WrongExpectedHead when the stream has moved on (or does not exist as expected).
   * @throws EventIdTaken when one of the ids already stands elsewhere; a server that keeps no index of ids knows that of recent ones only.
   * @throws EventTooLarge above 256 KiB an event, 1 MB or 500 events an append.
   * @throws TypeError when the data holds what JSON cannot carry without loss.
   * @throws StoreUnavailable when it is certain that nothing was written.
   * @throws OutcomeUnknown when the events may or may not have been written; the same append may be repeated.
   */
  async append(
    stream: string,
    expected: Head | undefined,
    events: readonly [NewEvent, ...NewEvent[]],
    provenance: Provenance,
  ): Promise<Appended> {
    const sealed = seal(stream, expected, events, provenance);
    refuseTooLarge(sealed);
    return this.commit(stream, expected, sealed);
  }

  protected abstract commit(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended>;

  /** One page of a stream; empty when there is nothing (more). A stream that does not exist is empty. */
  abstract readStream(stream: string, options?: ReadOptions): Promise<readonly StoredEvent[]>;

  /** One page of everything, forwards. */
  abstract readAll(options?: ReadAllOptions): Promise<Page>;

  /** Delivers everything behind `after`, then live, until stopped. An `onPage` that throws, or a read that fails, ends it through `onError`. */
  abstract subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription;

  /** Position of the last event of all, `start` when there is none. */
  abstract head(): Promise<Position>;

  /** Why nothing is appended although the store answers, as a sentence for whoever can mend it; `undefined` where nothing is in the way. */
  trouble(): string | undefined {
    return undefined;
  }
}
