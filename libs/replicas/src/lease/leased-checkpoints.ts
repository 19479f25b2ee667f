import { setTimeout as pause } from 'node:timers/promises';
import { start } from '@roadbook/event-store';
import type { Position } from '@roadbook/event-store';
import { Checkpoints } from '@roadbook/read-model';
import type { StoredLease } from './stored-lease.js';

/**
 * Checkpoints of work under a lease, which are kept with the lease: whoever takes it over finds them, and whoever lost it moves none. They
 * are written a moment later, so a crash takes the last ones, and then consumers repeat what they do idempotently anyway.
 */
export class LeasedCheckpoints extends Checkpoints {
  constructor(private readonly lease: StoredLease) {
    super();
  }

  override async get(consumer: string): Promise<Position> {
    return (await this.lease.progress())[consumer] ?? start;
  }

  override set(consumer: string, position: Position): Promise<void> {
    this.lease.advance(consumer, position, 'soon');
    return Promise.resolve();
  }

  override pass(consumer: string, position: Position): void {
    this.lease.advance(consumer, position, 'next');
  }

  override async reachedElsewhere(
    consumer: string,
    position: Position,
    limitMs: number,
  ): Promise<boolean> {
    const answered = new AbortController();
    const { signal } = answered;
    const late = pause(limitMs, 'late', { signal }).catch(() => 'late');
    try {
      for (;;) {
        const changed = this.lease.changed.next();
        if ((await this.get(consumer)) >= position) return true;
        if ((await Promise.race([changed, late])) === 'late') return false;
      }
    } finally {
      answered.abort();
    }
  }
}
