import type { Clock } from '@roadbook/process';
import type { Messaging } from '../messaging.js';
import { deadLettersOf } from '../topic.js';
import type { DeadLetter, ListedDeadLetter, Replayed } from './dead-letter.js';
import { isWithheld, listed, withReplay } from './dead-letter.js';
import { CannotReplay, NoSuchDeadLetter } from './errors.js';
import { replayedMessage, saidBy } from './letter-of.js';
import type { Said } from './letter-of.js';

/** What an operator does with dead letters. It needs no more of the broker than the port promises. */
export class DeadLetters {
  constructor(
    private readonly messaging: Messaging,
    private readonly clock: Clock,
  ) {}

  /** All dead letters of a topic that are kept, the oldest first. */
  async list(topic: string): Promise<ListedDeadLetter[]> {
    const letters = new Map<string, ListedDeadLetter>();
    const replays = new Map<string, Replayed>();
    for await (const said of this.said(topic)) {
      if ('replayed' in said) replays.set(said.id, said.replayed);
      else if (!letters.has(said.letter.id)) letters.set(said.letter.id, listed(said.letter));
    }
    return Array.from(letters.values(), (letter) => withReplay(letter, replays.get(letter.id)));
  }

  /** @throws NoSuchDeadLetter */
  async find(topic: string, id: string): Promise<DeadLetter> {
    let letter: DeadLetter | undefined;
    let replay: Replayed | undefined;
    for await (const said of this.said(topic)) {
      if ('replayed' in said) replay = said.id === id ? said.replayed : replay;
      else if (said.letter.id === id) letter ??= said.letter;
    }
    if (!letter) throw new NoSuchDeadLetter(topic, id);
    return withReplay(letter, replay);
  }

  /**
   * Publishes the original to its topic again, as it was, and writes down that it was replayed. All consumers of the topic get it;
   * whoever took it the first time knows it by its id. When it dies again, it is another dead letter.
   * @param by who replays it
   * @throws NoSuchDeadLetter
   * @throws CannotReplay when it was replayed already, or only its digest is kept
   */
  async replay(topic: string, id: string, by: string): Promise<DeadLetter> {
    const letter = await this.find(topic, id);
    const { original, replayed } = letter;
    if (replayed)
      throw new CannotReplay(
        `dead letter ${id} was replayed at ${replayed.at} by ${replayed.by}; if it died again, replay that letter`,
      );
    if (isWithheld(original))
      throw new CannotReplay(
        `dead letter ${id} held ${original.secret}, and only its digest was kept; its sender has to publish it again, without the secret`,
      );
    await this.messaging.publish(topic, [original]);
    const replay = { at: this.clock.now(), by };
    await this.messaging.publish(deadLettersOf(topic), [replayedMessage(letter, replay)]);
    return withReplay(letter, replay);
  }

  private async *said(topic: string): AsyncGenerator<Said> {
    const deadLetters = deadLettersOf(topic);
    let after: string | undefined;
    for (;;) {
      const { messages, mark, atEnd } = await this.messaging.read(deadLetters, { after });
      for (const message of messages) {
        const said = saidBy(message);
        if (said) yield said;
      }
      if (atEnd) return;
      after = mark;
    }
  }
}
