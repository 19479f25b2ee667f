import { OutcomeUnknown, WrongExpectedHead } from '@roadbook/event-store';
import type { EventStore, Head, NewEvent } from '@roadbook/event-store';
import type { StoredAnswer } from '@roadbook/http';
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

const attemptsMax = 3;

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
   * Where the stream ends afterwards; `undefined` where somebody else wrote behind `expected` meanwhile.
   * @param id never used before: writing with it again would be taken for the same write, and two for one
   */
  async write(
    id: string,
    expected: Head | undefined,
    { type, ...data }: AnswerEvent,
  ): Promise<Head | undefined> {
    const event = { id, type, schemaVersion: 1, data: data as unknown as NewEvent['data'] };
    const provenance = byItself(id, this.clock);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.store.append(this.name, expected, [event], provenance)).head;
      } catch (error) {
        if (error instanceof WrongExpectedHead) return undefined;
        if (attempt === attemptsMax || !(error instanceof OutcomeUnknown)) throw error;
      }
    }
  }
}
