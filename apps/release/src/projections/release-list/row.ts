import type { Environment, ReleaseKind } from '../../domain/environments.js';

/**
 * Where a release is, in one word, by the events of its own stream. Those that are `in-production` were verified there and not rolled
 * back; which of them a later one has replaced is told by what stands in production now (`projects`).
 */
export const recordedStates = [
  /** Its candidate is not chosen, or not everything that has to hold before a deployment was shown for it. */
  'planned',
  /**
   * Everything of "Pre-Release Verification" and "Release Artifacts" has held for its candidate, once; nothing was deployed yet. Whether
   * it still holds is told by the checklist, and by what the release waits for.
   */
  'prepared',
  /** A deployment of its candidate was requested; not yet verified in production. */
  'promoting',
  'in-production',
  'rolling-back',
  'rolled-back',
  'withdrawn',
] as const;
export type RecordedState = (typeof recordedStates)[number];

/** What is left to do after a rollback (protocol 3, steps 6 and 8). */
export type Aftermath = 'communication' | 'review';

export interface ReleaseListRow {
  readonly planned: Planned;
  readonly stands: Stands;
  readonly last: Last;
}

export interface Planned {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  /** Reported time where one was given, else recorded. */
  readonly at: string;
  readonly position: number;
}

export interface Stands {
  readonly state: RecordedState;
  /** True while a security block stands. */
  readonly blocked: boolean;
  /** The commit that would be shipped; null until one is chosen. */
  readonly candidate: string | null;
  /** How many tickets are targeted. */
  readonly tickets: number;
  /** The environments that the candidate has passed, in the order in which it did. */
  readonly passed: readonly Environment[];
  /** When it was verified in production, as reported where that was, else as recorded. */
  readonly liveAt: string | null;
  readonly aftermath: readonly Aftermath[];
}

/** The last event. */
export interface Last {
  readonly recordedAt: string;
  readonly revision: number;
  readonly position: number;
}
