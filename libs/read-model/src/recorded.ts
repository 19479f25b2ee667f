import type { DomainEvent, Recorded } from '@roadbook/decider';
import type { Position, StoredEvent } from '@roadbook/event-store';

/** A domain event as it is recorded, with its place among all events. */
export type Placed<Event extends DomainEvent> = Recorded<Event> & { readonly position: Position };

/** A stored event carries all that a recorded one has, and only the stream's own decider writes to a stream. */
export const recorded = <Event extends DomainEvent>(event: StoredEvent): Placed<Event> =>
  event as unknown as Placed<Event>;
