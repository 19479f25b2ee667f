import type { JsonObject, Position, SealedEvent, StoredEvent } from './events.js';

/**
 * The event as a reader gets it. Each gets objects of its own, with the data as they come back from the text that is stored: nobody
 * changes what happened through an object they hold. Member by member, in the order of those that come from a file: all that follows
 * meets objects of one kind, and leaving members out of a copy takes longer than all the rest.
 */
export const storedEvent = ({
  position,
  stream,
  revision,
  id,
  type,
  schemaVersion,
  recordedAt,
  occurredAt,
  actor,
  role,
  commandId,
  correlationId,
  causationId,
  hash,
  json,
}: SealedEvent & { readonly position: Position }): StoredEvent => ({
  position,
  stream,
  revision,
  id,
  type,
  schemaVersion,
  recordedAt,
  ...(occurredAt !== undefined && { occurredAt }),
  actor,
  role,
  commandId,
  correlationId,
  ...(causationId !== undefined && { causationId }),
  hash,
  data: JSON.parse(json) as JsonObject,
});
