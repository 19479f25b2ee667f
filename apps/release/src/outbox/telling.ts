import type { InputOf, MessageType } from '@roadbook/contracts';
import type { DomainEvent, Recorded, Role } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';
import type { ReleaseInFull } from '../domain/release/in-full.js';
import type { PlannedRelease } from '../domain/release/state.js';

/** Something to say about an event, before it has an envelope. */
export interface Told {
  readonly of: MessageType;
  readonly data: InputOf<MessageType>;
  /** Tells apart what one event makes several messages of one type for. */
  readonly part?: string;
}

export const tell = <Of extends MessageType>(of: Of, data: InputOf<Of>, part?: string): Told => ({
  of,
  data,
  ...(part !== undefined && { part }),
});

/** What every message says of the event that it tells of. */
export interface Happening {
  readonly event: string;
  readonly recordedAt: string;
  readonly occurredAt?: string;
  readonly actor: string;
  readonly role: Role;
}

export const happeningOf = ({
  id: event,
  recordedAt,
  occurredAt,
  actor,
  role,
}: StoredEvent): Happening => ({
  event,
  recordedAt,
  ...(occurredAt !== undefined && { occurredAt }),
  actor,
  role: role as Role,
});

/** A release at one of its events: what every message about it says, and what it is made of. */
export interface AtEvent {
  readonly happening: Happening & { readonly project: string; readonly version: string };
  /** Up to the event and including it. */
  readonly release: PlannedRelease;
  readonly full: ReleaseInFull;
}

/** What is told of each event of these, nothing of most; the compiler keeps it complete. */
export type Tellings<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (
    event: Extract<Recorded<Event>, { type: Type }>,
    at: AtEvent,
  ) => readonly Told[];
};

export const nothing = (): readonly Told[] => [];
