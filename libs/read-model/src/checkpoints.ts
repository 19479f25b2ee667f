import type { Position } from '@roadbook/event-store';

/**
 * How far consumers have come that are no projections: reactions and relays. What they did stands for good, so a rebuild
 * of rows does not move them. A consumer sets its position after its effect is durable, and repeats what came after the
 * last one that it finds: the position never gets ahead, but it may fall back after a crash.
 */
export abstract class Checkpoints {
  /** The last position that the consumer has handled; `start` when there is none. */
  abstract get(consumer: string): Promise<Position>;

  /** Moves on; a position behind the one that is known changes nothing. */
  abstract set(consumer: string, position: Position): Promise<void>;

  /** Nothing had to be done up to here. It is kept where that costs nothing. */
  abstract pass(consumer: string, position: Position): void;

  /**
   * Waits until another replica, which does the work of the consumer, has come so far; false when that takes longer. True at once where there
   * is no other.
   */
  abstract reachedElsewhere(
    consumer: string,
    position: Position,
    limitMs: number,
  ): Promise<boolean>;
}
