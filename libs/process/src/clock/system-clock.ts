import { Clock } from './clock.js';

/**
 * The machine's clock. When that is set back (by an operator or a time server), this one stands still
 * until the machine has caught up, so that what is recorded later never looks earlier.
 */
export class SystemClock extends Clock {
  #latestMs = 0;
  #latest = '';

  override now(): string {
    const nowMs = Date.now();
    if (nowMs > this.#latestMs) {
      this.#latestMs = nowMs;
      this.#latest = new Date(nowMs).toISOString();
    }
    return this.#latest;
  }
}
