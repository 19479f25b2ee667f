import { Clock } from './clock.js';

/**
 * The machine's clock. When that is set back (by an operator or a time server), this one stands still
 * until the machine has caught up, so that what is recorded later never looks earlier.
 */
export class SystemClock extends Clock {
  #latestMs = 0;

  override now(): string {
    this.#latestMs = Math.max(this.#latestMs, Date.now());
    return new Date(this.#latestMs).toISOString();
  }
}
