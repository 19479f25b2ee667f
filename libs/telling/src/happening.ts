import type { Role } from '@roadbook/decider';
import type { StoredEvent } from '@roadbook/event-store';

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
