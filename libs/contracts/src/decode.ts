import { Poison } from '@roadbook/messaging';
import { subjectOf } from './about.js';
import type { About } from './about.js';
import type { Envelope } from './envelope.js';
import { misfitsIn } from './misfits.js';
import type { Said } from './registry.js';
import { elsewhere, typeOn } from './type-on.js';

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
  const of = typeOn(topic, envelope.type);
  const read = of.schema.safeParse(envelope.data);
  if (!read.success) throw new Poison(`${of.type} does not fit: ${misfitsIn(read.error)}`);
  const topics = of.topicsOf(read.data);
  if (!topics.some(({ name }) => name === topic)) {
    throw elsewhere(`a message of type ${of.type} that says this`, topics);
  }
  const subject = subjectOf(read.data as About);
  if (envelope.subject !== undefined && envelope.subject !== subject) {
    throw new Poison(
      'the subject must be what the data is about: its project, and a slash and its version where it has one',
    );
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
