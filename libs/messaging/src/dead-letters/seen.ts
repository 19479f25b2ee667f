import type { Messaging } from '../messaging.js';
import { deadLettersOf } from '../topic.js';
import type { Replayed } from './dead-letter.js';
import { saidBy } from './letter-of.js';

/** What a dead-letter topic says of its letters as a whole, and where it was read up to. */
interface Known {
  /** The place where each letter stands first: a broker that takes one twice makes no second letter. */
  readonly firstAt: Map<string, string>;
  readonly replays: Map<string, Replayed>;
  mark?: string;
}

/** Which letters stand where, and which were replayed. A topic is read through once, and from then on only what is new. */
export class Seen {
  private readonly topics = new Map<string, Known>();
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly messaging: Messaging) {}

  /** What is known when everything is read that is there now. One reads at a time, so that nothing is read twice. */
  upToNow(topic: string): Promise<Omit<Known, 'mark'>> {
    const read = this.reading.then(() => this.readOn(topic));
    this.reading = read.catch(() => undefined);
    return read;
  }

  private async readOn(topic: string): Promise<Known> {
    const known: Known = this.topics.get(topic) ?? { firstAt: new Map(), replays: new Map() };
    this.topics.set(topic, known);
    for (;;) {
      const page = await this.messaging.read(deadLettersOf(topic), { after: known.mark });
      for (const message of page.messages) {
        const said = saidBy(message);
        if (said === undefined) continue;
        if ('replayed' in said) known.replays.set(said.id, said.replayed);
        else if (!known.firstAt.has(said.letter.id))
          known.firstAt.set(said.letter.id, message.mark);
      }
      known.mark = page.mark ?? known.mark;
      if (page.atEnd) return known;
    }
  }
}
