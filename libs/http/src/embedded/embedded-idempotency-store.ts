import type { Clock } from '@roadbook/process';
import {
  IdempotencyStore,
  AnswersUnavailable,
  answerKeptMs,
} from '../idempotency/idempotency-store.js';
import type { Claim, KeyedRequest, StoredAnswer } from '../idempotency/idempotency-store.js';
import { Answers } from './answers.js';
import type { AnswerRow } from './answers.js';

/** After this a request under way counts as lost, and its key may be claimed again. One that was lost with its process is forgotten with it. */
const claimKeptMs = 60_000;
/** Answers are written together: those of a busy moment cost little more than one. */
const flushAfterMs = 25;
const pruneEveryMs = 60_000;
const pruneRowsMax = 1_000;

export interface EmbeddedOptions {
  /** A file of its own. */
  readonly path: string;
  readonly clock: Clock;
  /** Told when answers could not be written. Their requests were answered all the same. */
  readonly onLost?: (error: unknown) => void;
}

/**
 * First answers in a SQLite file. They are written soon after they were given; until then they are known from memory,
 * as are the requests under way, which a crash forgets.
 */
export class EmbeddedIdempotencyStore extends IdempotencyStore {
  readonly #answers: Answers;
  readonly #underWay = new Map<string, { fingerprint: string; sinceMs: number }>();
  readonly #unwritten = new Map<string, AnswerRow>();
  #pruneAtMs = 0;

  constructor(private readonly options: EmbeddedOptions) {
    super();
    this.#answers = new Answers(options.path);
  }

  override claim({ scope, fingerprint }: KeyedRequest): Claim {
    const nowMs = this.nowMs();
    const first = this.#underWay.get(scope);
    if (first && nowMs - first.sinceMs < claimKeptMs) {
      return { state: first.fingerprint === fingerprint ? 'in-use' : 'reused' };
    }
    const answered = this.#unwritten.get(scope) ?? this.find(scope, nowMs - answerKeptMs);
    if (!answered) {
      this.#underWay.set(scope, { fingerprint, sinceMs: nowMs });
      return { state: 'new' };
    }
    return answered.fingerprint === fingerprint
      ? { state: 'answered', answer: answered.answer }
      : { state: 'reused' };
  }

  override complete({ scope, fingerprint }: KeyedRequest, answer: StoredAnswer): void {
    this.#underWay.delete(scope);
    if (this.#unwritten.size === 0) setTimeout(this.flush, flushAfterMs).unref();
    this.#unwritten.set(scope, { scope, fingerprint, answer, storedAtMs: this.nowMs() });
  }

  override release({ scope }: KeyedRequest): void {
    this.#underWay.delete(scope);
  }

  /** Writes what is left; Nest calls it when no request is under way any more. */
  onApplicationShutdown(): void {
    this.flush();
    this.#answers.close();
  }

  private find(scope: string, storedAfterMs: number) {
    try {
      return this.#answers.find(scope, storedAfterMs);
    } catch (cause) {
      throw new AnswersUnavailable('the store of first answers cannot be read', { cause });
    }
  }

  private readonly flush = (): void => {
    if (this.#unwritten.size === 0) return;
    try {
      this.#answers.insert(this.#unwritten.values());
      this.prune();
    } catch (error) {
      this.options.onLost?.(error);
    }
    this.#unwritten.clear();
  };

  /** Once a minute, and at once again while there is more to delete than one turn should take. */
  private prune(): void {
    const nowMs = this.nowMs();
    if (nowMs < this.#pruneAtMs) return;
    const pruned = this.#answers.prune(pruneRowsMax, nowMs - answerKeptMs);
    if (pruned < pruneRowsMax) this.#pruneAtMs = nowMs + pruneEveryMs;
  }

  private nowMs(): number {
    return Date.parse(this.options.clock.now());
  }
}
