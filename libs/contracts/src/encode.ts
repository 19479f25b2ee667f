import { derivedId } from '@roadbook/process';
import { subjectOf } from './about.js';
import type { About } from './about.js';
import type { Envelope } from './envelope.js';
import { misfitsIn } from './misfits.js';
import type { InputOf, MessageType } from './message.js';

/** Where a message comes from. */
export interface Provenance {
  /** Who says it: `urn:roadbook:release`. */
  readonly source: string;
  /** When it came to be, ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  /** The id of the message, or what it is derived from. */
  readonly id: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly streamRevision?: number;
}

/** A message that is ready for a broker. */
export interface Outgoing {
  /** Where it belongs; an entry of visibility `both` on two. */
  readonly topics: readonly string[];
  readonly key: string;
  readonly envelope: Envelope;
}

/**
 * The id of the message of this type that tells of an event: always the same, so that a repeat is the same message.
 * @param part tells apart what one event makes several messages of one type for, such as the role that is told
 */
export const messageId = ({ type }: MessageType, event: string, part?: string): string =>
  derivedId(event, part === undefined ? type : `${type} ${part}`);

/**
 * Puts what is said into an envelope.
 * @throws TypeError for data that does not fit its schema: what we promised is never broken on the wire
 */
export function encode<Of extends MessageType>(
  of: Of,
  data: InputOf<Of>,
  { source, time, id, correlationId, causationId, streamRevision }: Provenance,
): Outgoing {
  const read = of.schema.safeParse(data);
  if (!read.success) throw new TypeError(`${of.type} does not fit: ${misfitsIn(read.error)}`);
  const subject = subjectOf(read.data as About);
  return {
    topics: of.topicsOf(read.data).map(({ name }) => name),
    key: subject,
    envelope: {
      id,
      source,
      type: of.type,
      subject,
      time,
      datacontenttype: 'application/json',
      dataschema: of.dataschema,
      ...(correlationId !== undefined && { correlationid: correlationId }),
      ...(causationId !== undefined && { causationid: causationId }),
      ...(streamRevision !== undefined && { streamrevision: streamRevision }),
      data: read.data,
    },
  };
}
