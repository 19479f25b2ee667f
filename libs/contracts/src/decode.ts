import { Poison } from '@roadbook/messaging';
import { subjectOf } from './about.js';
import type { Envelope } from './envelope.js';
import type { MessageType } from './message.js';
import { misfitsIn } from './misfits.js';
import { messageTypes } from './registry.js';
import type { Said } from './registry.js';

/** A message that was taken from a topic and fits its schema. */
export type Received = Said & {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly streamRevision?: number;
};

/**
 * What the envelope says, checked.
 * @param topic where it was found
 * @throws Poison for what nobody can take; its reason names the field and what it must be, never the value
 */
export function decode(topic: string, envelope: Envelope): Received {
  const of = typeOf(topic, envelope.type);
  const read = of.schema.safeParse(envelope.data);
  if (!read.success) throw new Poison(`${of.type} does not fit: ${misfitsIn(read.error)}`);
  const subject = subjectOf(read.data as Parameters<typeof subjectOf>[0]);
  if (envelope.subject !== undefined && envelope.subject !== subject) {
    throw new Poison(`the subject must be that of the data, ${subject}`);
  }
  const { id, source, time, correlationid, causationid, streamrevision } = envelope;
  return {
    ...({ type: of.type, data: read.data } as Said),
    ...{ id, source, time },
    ...(correlationid !== undefined && { correlationId: correlationid }),
    ...(causationid !== undefined && { causationId: causationid }),
    ...(streamrevision !== undefined && { streamRevision: streamrevision }),
  };
}

const byType = new Map(messageTypes.map((of) => [of.type, of]));
const names = new Set(messageTypes.map(({ name }) => name));

function typeOf(topic: string, type: string): MessageType {
  const of = byType.get(type);
  if (of?.topics.some(({ name }) => name === topic)) return of;
  if (of) throw new Poison(`${of.type} belongs on ${listed(of.topics.map(({ name }) => name))}`);
  const [, name = '', version = ''] = versioned.exec(type) ?? [];
  if (names.has(name)) {
    throw new Poison(
      `version ${version} of ${name} is not supported; supported is ${listed(typesWhere((known) => known.name === name))}`,
    );
  }
  const here = typesWhere(({ topics }) => topics.some((one) => one.name === topic));
  throw new Poison(
    here.length === 0
      ? 'the topic is none of Roadbook'
      : `the type of the message is none that Roadbook knows; this topic takes ${listed(here)}`,
  );
}

const versioned = /^roadbook\.([a-z-]+)\.v(\d{1,9})$/;

const typesWhere = (holds: (of: MessageType) => boolean): string[] =>
  messageTypes.filter(holds).map(({ type }) => type);

const listed = (words: readonly string[]): string => words.join(', ');
