import type { HardRule } from '@roadbook/decider';

/** A condition that was missing when the command was refused. */
export interface MissingCondition {
  readonly id: string;
  readonly missing: string;
}

/** An attempt to break a hard rule: refused, and recorded once for each actor, command, rule, release, candidate and set of missing conditions. */
export interface ViolationRecorded {
  readonly type: 'ViolationRecorded';
  readonly data: {
    readonly command: string;
    readonly rule: HardRule;
    /** Null for what was found in the pipeline of the project, which belongs to no release. */
    readonly version: string | null;
    /** The candidate at the time; null where none was chosen. */
    readonly candidate: string | null;
    readonly missing: readonly MissingCondition[];
  };
}
