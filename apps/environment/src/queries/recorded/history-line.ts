import type { ActorId, Role } from '@roadbook/decider';

/** One thing that happened. */
export interface HistoryLine {
  /** Id of the event. */
  readonly id: string;
  /** Place in its stream, from 0 without a gap. */
  readonly revision: number;
  readonly type: string;
  /** Recorded time. */
  readonly at: string;
  /** The reporter's time; null where none was given. */
  readonly occurredAt: string | null;
  readonly actor: ActorId;
  readonly role: Role;
  /** What happened, as a sentence without its subject. Contains text from outside. */
  readonly what: string;
}
