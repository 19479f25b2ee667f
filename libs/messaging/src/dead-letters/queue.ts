import type { Messaging } from '../messaging.js';
import { deadLettersOf } from '../topic.js';
import { listed, withReplay } from './dead-letter.js';
import type { ListedDeadLetter } from './dead-letter.js';
import { saidBy } from './letter-of.js';
import type { Seen } from './seen.js';

/** How many pages of one topic are looked through for one answer; what lies behind is for the next one. */
const pagesPerAnswerMax = 10;

export interface Wanted {
  readonly isWanted: (letter: ListedDeadLetter) => boolean;
  /** How many letters a page of the topic is read for. */
  readonly limit: number;
}

/** The letters of one topic that are wanted, read as they are taken. */
export class Queue {
  private readonly waiting: { readonly letter: ListedDeadLetter; readonly mark: string }[] = [];
  private readTo: string | undefined;
  private pagesLeft = pagesPerAnswerMax;
  private atEnd = false;

  /** @param place behind which the letters begin; absent for all that are kept */
  constructor(
    private readonly messaging: Messaging,
    private readonly seen: Seen,
    private readonly topic: string,
    private readonly wanted: Wanted,
    public place?: string,
  ) {
    this.readTo = place;
  }

  get first(): ListedDeadLetter | undefined {
    return this.waiting[0]?.letter;
  }

  /** Nothing wanted is at hand, and more may lie behind. */
  get isTired(): boolean {
    return this.first === undefined && !this.atEnd;
  }

  get isAtEnd(): boolean {
    return this.first === undefined && this.atEnd;
  }

  isBefore(other: Queue): boolean {
    if (this.first === undefined) return false;
    return other.first === undefined || this.first.diedAt < other.first.diedAt;
  }

  async advance(): Promise<void> {
    this.place = this.waiting.shift()?.mark ?? this.place;
    await this.fill();
  }

  /** Until something is at hand, or the topic ends, or enough of it was looked through. */
  async fill(): Promise<void> {
    for (; this.isTired && this.pagesLeft > 0; this.pagesLeft -= 1) await this.readOn();
    if (this.first === undefined) this.place = this.readTo;
  }

  private async readOn(): Promise<void> {
    const { firstAt, replays } = await this.seen.upToNow(this.topic);
    const { wanted, readTo: after } = this;
    const page = await this.messaging.read(deadLettersOf(this.topic), {
      after,
      limit: wanted.limit,
    });
    for (const message of page.messages) {
      const said = saidBy(message);
      if (!said || 'replayed' in said || firstAt.get(said.letter.id) !== message.mark) continue;
      const letter = withReplay(listed(said.letter), replays.get(said.letter.id));
      if (wanted.isWanted(letter)) this.waiting.push({ letter, mark: message.mark });
    }
    this.readTo = page.mark ?? after;
    this.atEnd = page.atEnd;
  }
}
