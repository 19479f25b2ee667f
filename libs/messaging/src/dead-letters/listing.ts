import type { Messaging } from '../messaging.js';
import type { ListedDeadLetter } from './dead-letter.js';
import { Queue } from './queue.js';
import type { Wanted } from './queue.js';
import { Seen } from './seen.js';

export interface LettersWanted extends Wanted {
  readonly topics: readonly string[];
  /** `next` of the page before, of the same topics. */
  readonly after?: readonly string[];
}

/** A page can have fewer letters than asked for without being the last: only a missing `next` says that. */
export interface LettersPage {
  readonly letters: readonly ListedDeadLetter[];
  /** The mark up to which each topic was read; empty where nothing of it was. */
  readonly next?: readonly string[];
}

/** Lists the letters of several topics as one: those of each in the order in which they died, the oldest first. */
export class DeadLetterListing {
  private readonly seen: Seen;

  constructor(private readonly messaging: Messaging) {
    this.seen = new Seen(messaging);
  }

  /** @throws UnknownMark for a place that was not given here */
  async page({ topics, after = [], ...wanted }: LettersWanted): Promise<LettersPage> {
    const queues = topics.map(
      (topic, index) =>
        new Queue(this.messaging, this.seen, topic, wanted, after[index] || undefined),
    );
    for (const queue of queues) await queue.fill();
    const letters: ListedDeadLetter[] = [];
    // What lies behind in a topic that was not read to its end could be older than what is at hand in the others.
    while (letters.length < wanted.limit && !queues.some(({ isTired }) => isTired)) {
      const oldest = queues.reduce((one, other) => (other.isBefore(one) ? other : one));
      if (oldest.first === undefined) break;
      letters.push(oldest.first);
      await oldest.advance();
    }
    const isLast = queues.every(({ isAtEnd }) => isAtEnd);
    return isLast ? { letters } : { letters, next: queues.map(({ place }) => place ?? '') };
  }
}
