import { within } from '@roadbook/process';
import type { Envelope } from '../envelope/index.js';

/** A question that can still be answered: until it is, or its limit has passed. */
export class OpenQuestion {
  /** Resolves when it is no longer open: with the answer, or with nothing. */
  readonly answer: Promise<Envelope | undefined>;
  private readonly limit: NodeJS.Timeout;
  private resolve!: (answer?: Envelope) => void;
  private reject!: (error: unknown) => void;

  constructor(limitMs: number) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.limit = setTimeout(() => {
      this.close();
    }, limitMs);
  }

  /** With its answer, or without. */
  close(answer?: Envelope): void {
    clearTimeout(this.limit);
    this.resolve(answer);
  }

  /** It could not even be asked. */
  fail(error: unknown): void {
    clearTimeout(this.limit);
    this.reject(error);
  }

  /** Its answer, or nothing when that takes longer; it stays open then. */
  within(waitMs: number): Promise<Envelope | undefined> {
    return within(waitMs, this.answer, () => undefined);
  }
}
