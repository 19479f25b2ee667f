import type { ActorId, Role } from '@roadbook/decider';
import type { RolesNotified } from '../../domain/notifications/events.js';

/** Who acknowledged a communication. */
export interface Acknowledged {
  readonly by: ActorId;
  /** Recorded time. */
  readonly at: string;
  readonly note: string;
}

/** What one role was told. */
export interface Told extends Omit<RolesNotified['data'], 'to' | 'settles'> {
  readonly id: string;
  readonly project: string;
  readonly role: Role;
  /** Recorded time. */
  readonly at: string;
  readonly position: number;
  /** True when what was to be acknowledged need not be any more. */
  readonly settled: boolean;
}

/**
 * A place in a role's inbox. What is to be acknowledged has one place for each communication: the acknowledgement finds it there, and may
 * even come before it, because roles are told after the event.
 */
export interface NotificationRow {
  readonly told: Told | null;
  readonly acknowledged: Acknowledged | null;
}
