import type { Position } from '@roadbook/event-store';
import { NotCaughtUp } from './errors.js';

interface Waiter {
  readonly wanted: Position;
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** Callers who want to read what they have just written. */
export class Waiters {
  private readonly waiting = new Set<Waiter>();

  get anybodyWaits(): boolean {
    return this.waiting.size > 0;
  }

  /** Resolves when `reached` is told a position that is far enough, rejects with `NotCaughtUp` after the limit. */
  until(wanted: Position, reached: () => Position, limitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        waiter.reject(new NotCaughtUp(wanted, reached(), limitMs));
      }, limitMs);
      const leave = () => {
        clearTimeout(limit);
        this.waiting.delete(waiter);
      };
      const waiter: Waiter = {
        wanted,
        resolve: () => {
          leave();
          resolve();
        },
        reject: (reason) => {
          leave();
          reject(reason);
        },
      };
      this.waiting.add(waiter);
    });
  }

  reached(position: Position): void {
    for (const waiter of this.waiting) if (waiter.wanted <= position) waiter.resolve();
  }

  fail(reason: Error): void {
    for (const waiter of this.waiting) waiter.reject(reason);
  }
}
