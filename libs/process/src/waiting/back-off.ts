import { setTimeout as sleep } from 'node:timers/promises';

export interface Delays {
  readonly firstMs: number;
  /** The delay doubles with each failure after the other, up to this. */
  readonly mostMs: number;
}

/**
 * How long to wait before something that failed is tried again. Each delay is cut by up to a half at random, so that those who failed
 * together don't come back together.
 */
export class BackOff {
  /** How often it failed since it last went well. */
  failures = 0;

  constructor(
    private readonly delays: Delays,
    private readonly random: () => number = Math.random,
  ) {}

  /** It failed once more: the milliseconds until it is tried again. */
  nextDelayMs(): number {
    const { firstMs, mostMs } = this.delays;
    const delayMs = Math.min(firstMs * 2 ** this.failures, mostMs);
    this.failures += 1;
    return delayMs * (1 - this.random() / 2);
  }

  /** Waits that long, or until it is stopped. */
  async wait(stopped: AbortSignal): Promise<void> {
    await sleep(this.nextDelayMs(), undefined, { signal: stopped }).catch(() => undefined);
  }

  /** It went well. */
  reset(): void {
    this.failures = 0;
  }
}
