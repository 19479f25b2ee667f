import type { Position } from '@roadbook/event-store';

/** Those who wait until a position is reached. */
export class Arrivals {
  private readonly waiting = new Set<{
    readonly position: Position;
    readonly arrived: () => void;
  }>();

  get anybodyWaits(): boolean {
    return this.waiting.size > 0;
  }

  /** True once `reached` is told this position or a later one, false when that takes longer than the limit. */
  at(position: Position, limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const leave = (inTime: boolean) => {
        clearTimeout(limit);
        this.waiting.delete(waiter);
        resolve(inTime);
      };
      const waiter = {
        position,
        arrived: () => {
          leave(true);
        },
      };
      const limit = setTimeout(leave, limitMs, false);
      this.waiting.add(waiter);
    });
  }

  reached(position: Position): void {
    for (const waiter of this.waiting) if (waiter.position <= position) waiter.arrived();
  }
}
