import { encode, messageId } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { messageOf } from '@roadbook/messaging/envelope';
import type { Outgoing } from '@roadbook/messaging/relay';
import type { Told } from './told.js';

/**
 * What is told of an event, as messages for the topics that they belong on. The same event gives the same messages.
 * @param source who tells it: `urn:roadbook:release`
 */
export function outgoing(
  source: string,
  event: StoredEvent,
  { of, data, part }: Told,
): readonly Outgoing[] {
  const { topics, key, envelope } = encode(of, data, {
    source,
    time: event.recordedAt,
    id: messageId(of, event.id, part),
    correlationId: event.correlationId,
    causationId: event.id,
    streamRevision: event.revision,
  });
  const message = messageOf({ key, envelope });
  return topics.map((topic) => ({ topic, message }));
}
