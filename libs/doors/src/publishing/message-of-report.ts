import { messageTypes, publisherHeaders, subjectOf } from '@roadbook/contracts';
import type { ActorId, Role } from '@roadbook/decider';
import type { Message } from '@roadbook/messaging';
import { messageOf } from '@roadbook/messaging/envelope';
import type { Envelope } from '@roadbook/messaging/envelope';
import type { Sent } from './reports-in.js';

/** Who says it, as their token proved, and the request in which they did. */
export interface Said {
  readonly actor: ActorId;
  readonly role: Role;
  readonly correlationId: string;
}

const schemaOf = new Map(messageTypes.map(({ type, dataschema }) => [type, dataschema]));

/**
 * The report as a message: under the key of what it is about, whatever key its publisher would like. Headers are made of the envelope and
 * of the token alone, so that nobody sets those that tell who published it.
 */
export function messageOfReport(
  { envelope, report }: Sent,
  { actor, role, correlationId }: Said,
): Message {
  const subject = subjectOf(report.data);
  // Revisions are those of Roadbook's own events.
  const { streamrevision: _, ...given } = envelope;
  const complete: Envelope = {
    correlationid: correlationId,
    ...given,
    subject,
    dataschema: schemaOf.get(report.type),
  };
  const { key, headers, body } = messageOf({ key: subject, envelope: complete });
  return {
    key,
    headers: { ...headers, [publisherHeaders.actor]: actor, [publisherHeaders.role]: role },
    body,
  };
}
