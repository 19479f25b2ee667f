import type { InputOf, MessageType } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';

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
  readonly project: string;
  readonly event: string;
  readonly recordedAt: string;
  readonly occurredAt?: string;
  readonly actor: string;
  readonly role: Role;
}

export const happeningOf = (
  project: string,
  { id: event, recordedAt, occurredAt, actor, role }: StoredEvent,
): Happening => ({
  project,
  event,
  recordedAt,
  ...(occurredAt !== undefined && { occurredAt }),
  actor,
  role: role as Role,
});

export const nothing = (): readonly Told[] => [];
