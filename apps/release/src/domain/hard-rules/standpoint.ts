import type { Environment } from '@roadbook/decider';
import { unproved } from '../release/state.js';
import type { Candidate, PlannedRelease } from '../release/state.js';
import type { ParityAnswer, PipelineAnswer } from '../environment-answers/answers.js';
import type { KnownIssuesAnswer } from '../known-issues/source.js';
import type { Road } from '../road/road.js';

/** How long a deployment and its verification may take, in milliseconds. */
export interface Deadlines {
  readonly deploymentMs: number;
  readonly verificationMs: number;
}

/** What has to be known from outside the release's own stream: its project's road, and what other contexts answered just now. */
export interface Surroundings {
  readonly road: Road;
  readonly parity: ParityAnswer;
  readonly pipeline: PipelineAnswer;
  /** Absent where nobody was asked or nobody answered. */
  readonly known?: KnownIssuesAnswer;
  readonly deadlines: Deadlines;
}

/** From where the conditions about a release are asked: the release, its surroundings, and this instant of recorded time. */
export interface Standpoint {
  readonly release: PlannedRelease;
  readonly surroundings: Surroundings;
  readonly at: string;
}

/** The same, before one environment. */
export interface AtEnvironment extends Standpoint {
  readonly environment: Environment;
}

/** The candidate, or one about which nothing was proved, so that each condition says what it misses. */
export const candidateOf = ({ release }: Standpoint): Candidate =>
  release.candidate ?? unproved('', '');
