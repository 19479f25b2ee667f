import type { Drift } from './drift.js';

/** `unknown` is what was never observed, or is being changed; it counts as no. */
export const parityStates = ['mirrors', 'drifts', 'unknown'] as const;
export type ParityState = (typeof parityStates)[number];

/** Whether staging and qa mirror production. */
export interface Parity {
  readonly staging: ParityState;
  readonly qa: ParityState;
}

/** What parity is verified for. */
export const parityPurposes = [
  'promotion',
  'parity-check',
  'configuration-change',
  'check',
] as const;
export type ParityPurpose = (typeof parityPurposes)[number];

/** How many of the differences stand in the answer; the count says how many there are. */
export const parityDriftMax = 500;

/** The answer to whether staging and qa mirror production, with what differs. */
export interface ParityAnswer extends Parity {
  readonly drift: readonly Drift[];
  readonly driftCount: number;
}
