import type { Position } from '@roadbook/event-store';
import type { ProjectionSummary } from './summary.js';

/**
 * A row, or a word that rows are found by (`word in index`), that is served otherwise than the events say: not at all, although they do;
 * although they do not; or another.
 */
export interface Difference {
  readonly key: string;
  readonly served: 'missing' | 'surplus' | 'different';
}

export const differencesMax = 10;

export interface CheckedProjection {
  readonly name: string;
  readonly served: ProjectionSummary;
  readonly rebuilt: ProjectionSummary;
  readonly differ: boolean;
  /** The first `differencesMax` differences, in the order of their keys. */
  readonly differences: readonly Difference[];
}

/** What the served rows are worth at their position, beside rows that were built from the events up to there. */
export interface Checked {
  readonly position: Position;
  readonly differ: boolean;
  readonly projections: readonly CheckedProjection[];
}
