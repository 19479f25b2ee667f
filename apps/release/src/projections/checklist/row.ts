import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';

/**
 * The events that a checklist rests on. The decider's own `evolve` makes a release of them when the checklist is asked for, so that
 * what is shown and what is decided can't disagree, also after the rules have changed.
 */
export interface ChecklistRow {
  readonly events: readonly Recorded<ReleaseEvent>[];
  /** Of the last event, also where the checklist does not rest on it. */
  readonly revision: number;
  readonly changedAt: string;
}
