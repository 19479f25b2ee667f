import { Injectable } from '@nestjs/common';
import { topics } from '@roadbook/contracts';
import { problems } from '@roadbook/http';
import { Messaging, UnknownMark } from '@roadbook/messaging';
import { DeadLetterListing } from '@roadbook/messaging/dead-letters';
import type { ListedDeadLetter } from '@roadbook/messaging/dead-letters';
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
  private readonly letters: DeadLetterListing;

  constructor(messaging: Messaging) {
    this.letters = new DeadLetterListing(messaging);
  }

  /** @throws Problem 400 for a cursor that nobody gave */
  async page(wanted: Wanted, { limit, after }: PageRequest): Promise<Page<ListedDeadLetter>> {
    const named = wanted.topic === undefined ? topics.map(({ name }) => name) : [wanted.topic];
    const isWanted = (letter: ListedDeadLetter) => isOf(letter, wanted);
    const { letters: items, next } = await this.letters
      .page({ topics: named, isWanted, limit, after: after?.map(String) })
      .catch(unknownCursor);
    return { items, next };
  }
}

function unknownCursor(error: unknown): never {
  if (!(error instanceof UnknownMark)) throw error;
  throw problems.invalid([
    { field: 'cursor', message: 'must be one that this list gave; begin again without it' },
  ]);
}

/** The key of a message is its project, alone or with a version behind a slash. */
function isOf({ consumer, key }: ListedDeadLetter, wanted: Wanted): boolean {
  if (wanted.consumer !== undefined && wanted.consumer !== consumer) return false;
  return wanted.projects?.includes(key.split('/', 1).join('')) ?? true;
}
