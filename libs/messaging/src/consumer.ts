import { holdsDeadLetters } from './topic.js';

const consumerName = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
const consumerNameLengthMax = 100;

/** @throws TypeError for a name that no consumer can have, and for topics that nobody consumes. */
export function refuseUnfitConsumer(consumer: string, topics: readonly string[]): void {
  if (!consumerName.test(consumer) || consumer.length > consumerNameLengthMax)
    throw new TypeError(
      `${consumer} can't be the name of a consumer: it is words of letters in lower case and digits, joined by dots and dashes`,
    );
  if (topics.some(holdsDeadLetters))
    throw new TypeError('dead letters are read and replayed, not consumed');
}

/** What troubles a consumer while a message waits to be delivered again; it says nothing of why, as health is for everybody. */
export const redelivers = (consumer: string, topic: string): string =>
  `${consumer} could not take a message of ${topic}; it is delivered again, and those behind it wait`;
