import type { JsonObject, Position, SealedEvent, StoredEvent } from './events.js';

/**
 * The event as a reader gets it. Each gets objects of its own, with the data as they come back from the text that is stored: nobody
 * changes what happened through an object they hold.
 */
export const storedEvent = ({
  json,
  sizeBytes: _,
  occurredAt,
  causationId,
  ...event
}: SealedEvent & { readonly position: Position }): StoredEvent => ({
  ...event,
  ...(occurredAt !== undefined && { occurredAt }),
  ...(causationId !== undefined && { causationId }),
  data: JSON.parse(json) as JsonObject,
});
