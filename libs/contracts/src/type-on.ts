import { Poison } from '@roadbook/messaging';
import type { MessageType } from './message.js';
import { messageTypes } from './registry.js';

const byType = new Map(messageTypes.map((of) => [of.type, of]));
const names = new Set(messageTypes.map(({ name }) => name));
const versioned = /^roadbook\.([a-z-]+)\.v(\d{1,9})$/;

/**
 * The type of a message that was found on this topic.
 * @throws Poison for a type that is unknown, for one of another topic, and for a version that is not supported
 */
export function typeOn(topic: string, type: string): MessageType {
  const of = byType.get(type);
  if (of) {
    if (of.topics.some(({ name }) => name === topic)) return of;
    throw elsewhere(of.type, of.topics);
  }
  const [, name = '', version = ''] = versioned.exec(type) ?? [];
  if (names.has(name)) {
    const supported = typesWhere((known) => known.name === name);
    throw new Poison(`version ${version} of ${name} is not supported; supported is ${supported}`);
  }
  const here = typesWhere(({ topics }) => topics.some((one) => one.name === topic));
  throw new Poison(
    here === ''
      ? 'the topic is none of Roadbook'
      : `the type of the message is none that Roadbook knows; this topic takes ${here}`,
  );
}

/** What belongs on other topics than the one on which it was found. */
export const elsewhere = (type: string, topics: readonly { readonly name: string }[]): Poison =>
  new Poison(`${type} belongs on ${topics.map(({ name }) => name).join(', ')}, not on this topic`);

const typesWhere = (holds: (of: MessageType) => boolean): string =>
  messageTypes
    .filter(holds)
    .map(({ type }) => type)
    .join(', ');
