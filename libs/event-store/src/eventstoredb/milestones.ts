import { start } from '../events.js';
import type { Position } from '../events.js';

const apart = 256 * 1024;

/**
 * Positions from which the server can read, as they are passed: one in each stretch of the log. Who asks for what lies behind any other
 * number is answered from the one before it.
 */
export class Milestones {
  private readonly stretches = new Map<number, Position>();
  private farthest = -1;

  pass(position: Position): void {
    const stretch = Math.floor(position / apart);
    if (!this.stretches.has(stretch)) this.stretches.set(stretch, position);
    this.farthest = Math.max(this.farthest, stretch);
  }

  before(position: Position): Position {
    let stretch = Math.min(Math.floor(position / apart), this.farthest);
    for (; stretch >= 0; stretch--) {
      const passed = this.stretches.get(stretch);
      if (passed !== undefined && passed <= position) return passed;
    }
    return start;
  }
}
