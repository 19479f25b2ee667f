import { start } from '@roadbook/event-store';
import type { Position } from '@roadbook/event-store';
import { Checkpoints } from '../checkpoints.js';

/** Checkpoints for tests: nowhere but in memory. */
export class InMemoryCheckpoints extends Checkpoints {
  private readonly positions = new Map<string, Position>();

  override get(consumer: string): Promise<Position> {
    return Promise.resolve(this.positions.get(consumer) ?? start);
  }

  override async set(consumer: string, position: Position): Promise<void> {
    this.positions.set(consumer, Math.max(position, await this.get(consumer)));
  }

  override pass(): void {
    return;
  }

  override reachedElsewhere(): Promise<boolean> {
    return Promise.resolve(true);
  }
}
