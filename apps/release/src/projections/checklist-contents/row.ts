import type { ActorId } from '@roadbook/decider';
import type { ReleaseNotes } from '../../domain/release/parts.js';

export interface StandingGrant {
  readonly of: 'promotion' | 'production';
  readonly by: ActorId;
  readonly at: string;
}

/**
 * What the checklist shows beside its items and no decision needs. Times are the reporter's where one was given, else the recorded one.
 */
export interface ChecklistContents {
  /** The authorization that stands and reaches furthest. */
  readonly grant: StandingGrant | null;
  readonly notes: (ReleaseNotes & { readonly compiledAt: string }) | null;
  /** When the last rehearsal that passed ended; whether it counts is told by the checklist's item. */
  readonly rehearsedAt: string | null;
}
