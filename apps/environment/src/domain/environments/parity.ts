import type { AskedFor } from '../verification.js';

import type { Drift } from './drift.js';

/** `unknown` is what was never observed, or is being changed; it counts as no. */
export const parityStates = ['mirrors', 'drifts', 'unknown'] as const;
export type ParityState = (typeof parityStates)[number];

/** Whether staging and qa mirror production. */
export interface Parity {
  readonly staging: ParityState;
  readonly qa: ParityState;
}

/** What parity was verified for: a question from elsewhere, a cio's own check, or a change that is in every environment now. */
export type VerifiedFor = {
  readonly [Field in Exclude<keyof AskedFor, 'purpose'>]: AskedFor[Field] | null;
} & {
  readonly purpose: AskedFor['purpose'] | 'configuration-change';
  /** The configuration change, where it is one. */
  readonly change: string | null;
};

export const forNothingElse: Omit<VerifiedFor, 'purpose'> = {
  question: null,
  version: null,
  candidate: null,
  environment: null,
  deployment: null,
  change: null,
};

/** How many of the differences stand in the answer; the count says how many there are. */
export const parityDriftMax = 500;

/** The answer to whether staging and qa mirror production, with what differs. */
export interface ParityAnswer extends Parity {
  readonly drift: readonly Drift[];
  readonly driftCount: number;
}
