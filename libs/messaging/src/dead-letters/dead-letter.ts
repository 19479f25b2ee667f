import type { Message } from '../messaging.js';

/** What stands where a message would be that holds a secret. */
export interface Withheld {
  /** SHA-256 of the body, in hexadecimal digits: whoever has the original can show that it is this one. */
  readonly sha256: string;
  /** What was found: `a GitHub token`. */
  readonly secret: string;
}

/** A message that a consumer could not take. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  /** Where the message came from. */
  readonly topic: string;
  /** Why it could not be taken, as a sentence. */
  readonly reason: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly diedAt: string;
  /** That of the original, unless that held a secret. */
  readonly key: string;
  readonly original: Message | Withheld;
  /** When it was last replayed, and by whom. */
  readonly replayed?: Replayed;
}

export interface Replayed {
  readonly at: string;
  readonly by: string;
}

export const isWithheld = (original: Message | Withheld): original is Withheld =>
  'sha256' in original;

/** A dead letter without what it holds. */
export type ListedDeadLetter = Omit<DeadLetter, 'original'>;

export const listed = ({ original: _, ...letter }: DeadLetter): ListedDeadLetter => letter;

export const withReplay = <Letter extends ListedDeadLetter>(
  letter: Letter,
  replayed?: Replayed,
): Letter => (replayed ? { ...letter, replayed } : letter);
