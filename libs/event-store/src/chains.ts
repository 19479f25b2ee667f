import { start } from './events.js';
import type { Head, StoredEvent } from './events.js';
import { hashOf, orderSealOf } from './seal.js';

/** Follows the hashes of every stream, and keeps only the last of each. */
export class StreamChains {
  private readonly heads = new Map<string, Head>();

  get count(): number {
    return this.heads.size;
  }

  /** What is wrong with an event that comes after all those asked about before, if anything is. */
  wrongWith(event: StoredEvent): string | undefined {
    const { stream, revision, hash } = event;
    const before = this.heads.get(stream);
    this.heads.set(stream, { revision, hash });
    const due = before ? before.revision + 1 : 0;
    if (revision > due) {
      return `revision ${due} of its stream does not stand before it: that event was removed or moved`;
    }
    if (revision < due) {
      return `revision ${due} of its stream is due there: this event was inserted or moved`;
    }
    if (hash !== hashThatFits(event, before?.hash ?? '')) {
      return 'its hash does not fit its content and the event before it in its stream: one of them was changed or exchanged';
    }
    return undefined;
  }
}

/** `undefined` when no hash fits, because content of this kind was never sealed. */
function hashThatFits(event: StoredEvent, previousHash: string): string | undefined {
  try {
    return hashOf(event, previousHash);
  } catch {
    return undefined;
  }
}

/** Follows the seals over the order of everything. */
export class OrderChain {
  private position = start;
  private seal = '';

  /** What is wrong with the event that comes next in that order, if anything is. */
  wrongWith({ position, hash }: StoredEvent, seal: string | undefined): string | undefined {
    const expected = orderSealOf(this.seal, position, hash);
    const due = this.position + 1;
    this.position = position;
    this.seal = expected;
    if (seal === expected) return undefined;
    return position === due
      ? 'it does not follow the event before it in the order of everything: one of them was changed, exchanged, moved or inserted'
      : `position ${due} is empty: an event was removed or moved from there`;
  }
}
