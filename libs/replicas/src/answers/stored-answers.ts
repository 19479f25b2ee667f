import { answerKeptMs, IdempotencyStore, StoreUnavailable } from '@roadbook/http';
import type { Claim, KeyedRequest, StoredAnswer } from '@roadbook/http';
import type { EventStore, Head } from '@roadbook/event-store';
import type { Clock, Ids } from '@roadbook/process';
import { AnswerStream } from './answer-stream.js';
import type { AnswerEvent, LastEvent } from './answer-stream.js';
import { claimLostAfterMs, KeptClaim } from './kept-claim.js';

export interface StoredAnswersOptions {
  /** What replicas share, apart from all events. Its streams may be cut off as a whole a day after their last event. */
  readonly store: EventStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told when an answer could not be recorded. Its request was answered all the same. */
  readonly onLost: (error: unknown) => void;
}

/** More only where others take and give up the key all the time. */
const attemptsMax = 8;

/**
 * First answers that every replica gives: each key has a stream, and who begins it has the key. An answer is recorded before it is sent, so
 * that it is the first one for good.
 */
export class StoredAnswers extends IdempotencyStore {
  private readonly claimed = new WeakMap<KeyedRequest, KeptClaim>();

  constructor(private readonly options: StoredAnswersOptions) {
    super();
  }

  /** Most keys are new, so it writes before it reads. */
  override async claim(request: KeyedRequest): Promise<Claim> {
    try {
      return await this.claimOrFind(request);
    } catch (cause) {
      throw new StoreUnavailable('the store of first answers does not answer', { cause });
    }
  }

  override async complete(request: KeyedRequest, answer: StoredAnswer): Promise<void> {
    const { fingerprint } = request;
    await this.end(request, { type: 'AnswerGiven', fingerprint, answer });
  }

  override async release(request: KeyedRequest): Promise<void> {
    await this.end(request, { type: 'RequestGivenUp', fingerprint: request.fingerprint });
  }

  private async claimOrFind(request: KeyedRequest): Promise<Claim> {
    const { scope, fingerprint } = request;
    const { ids } = this.options;
    let generation = 0;
    let expected: Head | undefined;
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const stream = this.streamOf(scope, generation);
      const event = { type: 'RequestTaken', fingerprint } as const;
      const head = await stream.write(ids.next(), expected, event);
      if (head) {
        this.claimed.set(request, new KeptClaim(stream, head, event, ids));
        return { state: 'new' };
      }
      const last = await stream.last();
      const known = last && this.meaningOf(last, fingerprint);
      if (known) return known;
      expected = last?.head;
      // A stream that was begun and shows nothing was cut off, and nobody can write there any more.
      if (!last) generation += 1;
    }
    return { state: 'in-use' };
  }

  /** `undefined` where the key is to be had. */
  private meaningOf(last: LastEvent, fingerprint: string): Claim | undefined {
    const ageMs = Date.parse(this.options.clock.now()) - last.atMs;
    const isSame = last.fingerprint === fingerprint;
    switch (last.type) {
      case 'RequestTaken':
        if (ageMs >= claimLostAfterMs) return undefined;
        return { state: isSame ? 'in-use' : 'reused' };
      case 'AnswerGiven':
        if (ageMs >= answerKeptMs) return undefined;
        return isSame ? { state: 'answered', answer: last.answer } : { state: 'reused' };
      case 'RequestGivenUp':
        return undefined;
      default:
        return last satisfies never;
    }
  }

  private async end(request: KeyedRequest, event: AnswerEvent): Promise<void> {
    const claim = this.claimed.get(request);
    this.claimed.delete(request);
    try {
      await claim?.end(event);
    } catch (error) {
      this.options.onLost(error);
    }
  }

  private streamOf(scope: string, generation: number): AnswerStream {
    const digest = Buffer.from(scope).toString('base64url');
    const name = `answers-${digest}${generation === 0 ? '' : `~${String(generation)}`}`;
    return new AnswerStream(this.options.store, name, this.options.clock);
  }
}
