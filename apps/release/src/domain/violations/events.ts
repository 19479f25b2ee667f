import type { Environment, ViolationRecordedAbout } from '@roadbook/decider';
import type { ParityAnswer, PipelineAnswer } from '../environment-answers/answers.js';

/** The release that a violation is about. */
export interface OfRelease {
  readonly version: string;
  /** The candidate at the time; null where none was chosen. */
  readonly candidate: string | null;
  /** The environment that it was to be let to, deployed to or authorized for; absent where it was about none. */
  readonly environment?: Environment;
  /** What the environment service had answered, where it was asked and did. */
  readonly parity?: ParityAnswer;
  readonly pipeline?: PipelineAnswer;
}

/** An attempt to break a hard rule: refused, and recorded once for each actor, command, rule, release, candidate and set of missing conditions. */
export type ViolationRecorded = ViolationRecordedAbout<OfRelease>;
