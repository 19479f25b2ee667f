import { tombstoneRevision } from './record.js';
import type { Written } from './record.js';

/** What the metadata of a stream say about what is shown of it. */
export interface Retention {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  /** Truncate before: everything up to this revision is hidden. */
  readonly $tb?: number;
}

/** One stream: the index of an event is its revision, also of those that are hidden. */
export class StreamLog {
  readonly events: Written[] = [];
  retention: Retention = {};
  tombstoned = false;

  get last(): number {
    return this.events.length - 1;
  }

  /** Deleted in a way that lets it go on: everything that was written so far is hidden. */
  get softDeleted(): boolean {
    return (this.retention.$tb ?? 0) > Number.MAX_SAFE_INTEGER;
  }

  /** The first revision that is shown, now. */
  firstShown(nowMs: number): number {
    const { $maxCount, $maxAge, $tb = 0 } = this.retention;
    let first = Math.max($tb, $maxCount === undefined ? 0 : this.events.length - $maxCount);
    if ($maxAge === undefined) return first;
    const oldestTicks = BigInt(nowMs - $maxAge * 1000) * 10_000n;
    while ((this.events[first]?.createdTicks ?? oldestTicks) < oldestTicks) first += 1;
    return first;
  }

  add(event: Written): void {
    if (event.revision === tombstoneRevision) this.tombstoned = true;
    else this.events.push(event);
  }
}
