import type { Standpoint } from '../../domain/hard-rules/standpoint.js';
import type { ChecklistRow } from '../../projections/checklist/row.js';

/** A release with everything that can be said of it at one point. */
export interface Viewed {
  /** The release, its surroundings, and the instant from which they are seen. */
  readonly standpoint: Standpoint;
  /** What is shown and no decision needs. */
  readonly beside: ChecklistRow;
  /** Of the last event at that point. */
  readonly revision: number;
  /** Its recorded time. */
  readonly changedAt: string;
  /** Its reporter's time, where one was given, else the recorded one. */
  readonly happenedAt: string;
}
