import type { ViolationRecordedAbout } from '@roadbook/decider';

/** The release that a violation is about. */
export type OfRelease = {
  readonly version: string;
  /** The candidate at the time; null where none was chosen. */
  readonly candidate: string | null;
};

/** An attempt to break a hard rule: refused, and recorded once for each actor, command, rule, release, candidate and set of missing conditions. */
export type ViolationRecorded = ViolationRecordedAbout<OfRelease>;
