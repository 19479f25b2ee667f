import { OutcomeUnknown, StoreUnavailable, WrongExpectedHead } from '@roadbook/event-store';
import type { EventStore, Head, NewEvent } from '@roadbook/event-store';
import type { StoredAnswer } from '@roadbook/http';
import { BackOff } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import { byItself } from '../by-itself.js';

/** What happened to a key, and to which request. */
export type AnswerEvent = { readonly fingerprint: string } & (
  | { readonly type: 'RequestTaken' }
  | { readonly type: 'AnswerGiven'; readonly answer: StoredAnswer }
  | { readonly type: 'RequestGivenUp' }
);

/** The last event of a key's stream, and when it was recorded. */
export type LastEvent = AnswerEvent & { readonly head: Head; readonly atMs: number };

/** An event as it is written, however often. */
export interface Writing {
  /** Never used before: writing with it again would be taken for the same write, and two for one. */
  readonly id: string;
  /** Where the stream ends, as far as the writer knows. */
  readonly expected: Head | undefined;
  readonly event: AnswerEvent;
  /** Whether to go on while the store is away. Otherwise only what may have been written is written again. */
  readonly insisting: boolean;
}

/** How long a write is tried again: much longer than a claim counts for that nobody says again. */
const patienceMs = 60_000;
const delays = { firstMs: 50, mostMs: 500 };

/** The stream of a key. Every event says all that is known of it, so that only the last one is read. */
export class AnswerStream {
  constructor(
    private readonly store: EventStore,
    private readonly name: string,
    private readonly clock: Clock,
  ) {}

  async last(): Promise<LastEvent | undefined> {
    const [event] = await this.store.readStream(this.name, { direction: 'backwards', limit: 1 });
    if (!event) return undefined;
    const { type, data, revision, hash, recordedAt } = event;
    const said = { type, ...data } as unknown as AnswerEvent;
    return { ...said, head: { revision, hash }, atMs: Date.parse(recordedAt) };
  }

  /**
   * Where the stream ends afterwards; `undefined` where somebody else wrote behind `expected` meanwhile. It can take a minute, as it goes on
   * until its outcome is known.
   * @throws StoreUnavailable when nothing was written
   */
  async write(writing: Writing): Promise<Head | undefined> {
    const untilMs = performance.now() + patienceMs;
    const backOff = new BackOff(delays);
    let goesOn = writing.insisting;
    for (;;) {
      try {
        return await this.append(writing);
      } catch (error) {
        if (error instanceof WrongExpectedHead) return undefined;
        // What may have been written once is not known better because the store is away now.
        goesOn ||= error instanceof OutcomeUnknown;
        if (!goesOn || !isPassing(error) || performance.now() > untilMs) throw error;
      }
      await pause(backOff.nextDelayMs());
    }
  }

  private async append({ id, expected, event }: Writing): Promise<Head> {
    const { type, ...data } = event;
    const written = { id, type, schemaVersion: 1, data: data as unknown as NewEvent['data'] };
    const provenance = byItself(id, this.clock);
    return (await this.store.append(this.name, expected, [written], provenance)).head;
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof OutcomeUnknown || error instanceof StoreUnavailable;

/** Keeps no process from ending. */
const pause = (delayMs: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, delayMs).unref());
