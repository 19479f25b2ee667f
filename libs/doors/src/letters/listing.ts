import { Injectable } from '@nestjs/common';
import { topics } from '@roadbook/contracts';
import { Messaging } from '@roadbook/messaging';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import type { ListedDeadLetter } from '@roadbook/messaging/dead-letters';
import { Clock } from '@roadbook/process';
import type { Page, PageRequest } from '@roadbook/questions';

/** Which dead letters are wanted. */
export interface Wanted {
  readonly topic?: string;
  readonly consumer?: string;
  /** Where the reader is limited to some. */
  readonly projects?: readonly string[];
}

/** Lists dead letters, the oldest first. */
@Injectable()
export class Listing {
  private readonly letters: DeadLetters;

  constructor(messaging: Messaging, clock: Clock) {
    this.letters = new DeadLetters(messaging, clock);
  }

  async page(wanted: Wanted, { limit, after }: PageRequest): Promise<Page<ListedDeadLetter>> {
    const named = wanted.topic === undefined ? topics.map(({ name }) => name) : [wanted.topic];
    const all: ListedDeadLetter[] = [];
    for (const topic of named) all.push(...(await this.letters.list(topic)));
    const [afterTime = '', afterId = ''] = (after ?? []).map(String);
    const rest = all
      .filter((letter) => isWanted(letter, wanted))
      .sort(inOrder)
      .filter((letter) => inOrder(letter, { diedAt: afterTime, id: afterId }) > 0);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const hasMore = rest.length > items.length && last !== undefined;
    return { items, next: hasMore ? [last.diedAt, last.id] : undefined };
  }
}

type Place = Pick<ListedDeadLetter, 'diedAt' | 'id'>;

const inOrder = (one: Place, other: Place): number =>
  compared(one.diedAt, other.diedAt) || compared(one.id, other.id);

const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The key of a message is its project, alone or with a version behind a slash. */
function isWanted({ consumer, key }: ListedDeadLetter, wanted: Wanted): boolean {
  if (wanted.consumer !== undefined && wanted.consumer !== consumer) return false;
  return wanted.projects?.includes(key.split('/', 1).join('')) ?? true;
}
