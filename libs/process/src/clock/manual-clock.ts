import { Clock } from './clock.js';

/** A clock for specs: it stands still until it is moved. */
export class ManualClock extends Clock {
  #nowMs: number;

  constructor(start = '2026-01-01T00:00:00.000Z') {
    super();
    this.#nowMs = Date.parse(start);
  }

  override now(): string {
    return new Date(this.#nowMs).toISOString();
  }

  advance(by: { hours?: number; minutes?: number; seconds?: number; ms?: number }): void {
    const { hours = 0, minutes = 0, seconds = 0, ms = 0 } = by;
    this.#nowMs += ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  }
}
