import type { Environment, ViolationRecordedAbout } from '@roadbook/decider';

/** What a violation is about; null where it is about no such thing. */
export type OfEnvironments = {
  /** The configuration or pipeline change. */
  readonly change: string | null;
  /** The environment in which it was to be applied. */
  readonly environment: Environment | null;
  /** The definition of the pipeline that was to be in place. */
  readonly definition: string | null;
  /** Id of the event by which it was found in place; absent where a command was refused. */
  readonly found?: string;
};

/** An attempt to break a hard rule: refused, and recorded once for each actor, command, rule, what it was about, and set of missing conditions. */
export type ViolationRecorded = ViolationRecordedAbout<OfEnvironments>;
