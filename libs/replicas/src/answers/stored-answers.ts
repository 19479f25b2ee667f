import { answerKeptMs, IdempotencyStore, AnswersUnavailable } from '@roadbook/http';
import type { Claim, KeyedRequest, StoredAnswer } from '@roadbook/http';
import type { EventStore, Head } from '@roadbook/event-store';
import { within } from '@roadbook/process';
import type { Clock, Ids } from '@roadbook/process';
import { AnswerStream } from './answer-stream.js';
import type { AnswerEvent, LastEvent } from './answer-stream.js';
import { claimLostAfterMs, KeptClaim } from './kept-claim.js';

export interface StoredAnswersOptions {
  /** What replicas share, apart from all events. Its streams may be cut off as a whole a day after their last event. */
  readonly store: EventStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told when an answer could not be recorded, however often that was tried. */
  readonly onLost: (error: unknown) => void;
}

/** More only where others take and give up the key all the time. */
const attemptsMax = 8;
/** A request waits for the store of first answers no longer than for one call to the store of events. */
const waitedMsMax = 3_000;
/** That its key is free again is worth a moment to a request that failed, and no more. */
const releaseMsMax = 500;

/**
 * First answers that every replica gives: each key has a stream, and who begins it has the key. An answer is recorded before it is sent, so
 * that it is the first one for good. What the store does not take in time is said in the background, until it does.
 */
export class StoredAnswers extends IdempotencyStore {
  private readonly claimed = new WeakMap<KeyedRequest, KeptClaim>();
  /** The keys of requests that have ended here, which the stream does not say yet. */
  private readonly ending = new Map<string, Promise<unknown>>();

  constructor(private readonly options: StoredAnswersOptions) {
    super();
  }

  override async claim(request: KeyedRequest): Promise<Claim> {
    const tooLate = new AbortController();
    const claiming = this.claimOrFind(request, tooLate.signal);
    try {
      return await inTime(waitedMsMax, claiming);
    } catch (cause) {
      tooLate.abort();
      const abandoned = claiming.then(() => this.giveUp(request));
      this.untilEnded(request, abandoned);
      throw new AnswersUnavailable('the store of first answers does not answer', { cause });
    }
  }

  override async complete(request: KeyedRequest, answer: StoredAnswer): Promise<void> {
    const { fingerprint } = request;
    const recorded = this.end(request, { type: 'AnswerGiven', fingerprint, answer });
    recorded.catch(this.options.onLost);
    const isFirst = await inTime(waitedMsMax, recorded).catch((cause: unknown) => {
      throw new AnswersUnavailable('the answer could not be recorded', { cause });
    });
    if (!isFirst) throw new AnswersUnavailable('another replica answers this request');
  }

  override async release(request: KeyedRequest): Promise<void> {
    await inTime(releaseMsMax, this.giveUp(request)).catch(() => undefined);
  }

  /** Most keys are new, so it writes before it reads. */
  private async claimOrFind(request: KeyedRequest, tooLate: AbortSignal): Promise<Claim> {
    const { scope, fingerprint } = request;
    const { ids } = this.options;
    await this.ending.get(scope);
    let generation = 0;
    let expected: Head | undefined;
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      tooLate.throwIfAborted();
      const stream = this.streamOf(scope, generation);
      const event = { type: 'RequestTaken', fingerprint } as const;
      const head = await stream.write({ id: ids.next(), expected, event, insisting: false });
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

  private giveUp(request: KeyedRequest): Promise<boolean> {
    return this.end(request, { type: 'RequestGivenUp', fingerprint: request.fingerprint });
  }

  /** False where the key is not the request's any more. */
  private async end(request: KeyedRequest, event: AnswerEvent): Promise<boolean> {
    const claim = this.claimed.get(request);
    if (!claim) return false;
    this.claimed.delete(request);
    const ended = claim.end(event);
    this.untilEnded(request, ended);
    return ended;
  }

  /** Lets the next one with the same key wait at this replica, rather than be told that the key is in use. */
  private untilEnded({ scope }: KeyedRequest, ended: Promise<unknown>): void {
    const ending = ended
      .catch(() => undefined)
      .then(() => {
        if (this.ending.get(scope) === ending) this.ending.delete(scope);
      });
    this.ending.set(scope, ending);
  }

  private streamOf(scope: string, generation: number): AnswerStream {
    const digest = Buffer.from(scope).toString('base64url');
    const name = `answers-${digest}${generation === 0 ? '' : `~${String(generation)}`}`;
    return new AnswerStream(this.options.store, name, this.options.clock);
  }
}

const inTime = <T>(limitMs: number, recorded: Promise<T>): Promise<T> =>
  within(limitMs, recorded, () => {
    throw new Error(`the store did not answer within ${limitMs} ms`);
  });
