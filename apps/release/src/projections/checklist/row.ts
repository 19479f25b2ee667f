import type { ChecklistContents } from '../checklist-contents/row.js';

/**
 * What the checklist of a release shows beside its items. The items themselves are answered by the release as its decider knows it, so
 * that what is shown and what is decided can't disagree, also after the rules have changed.
 */
export interface ChecklistRow {
  readonly contents: ChecklistContents;
  /** Reported time where one was given, else recorded; so is `liveAt`. */
  readonly plannedAt: string;
  /** When it was verified in production. */
  readonly liveAt: string | null;
  /** Of the last event that changed any of it. */
  readonly revision: number;
}
