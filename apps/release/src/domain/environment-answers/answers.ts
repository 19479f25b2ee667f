import type { Environment } from '@roadbook/decider';

/** `unknown` is what nobody observed or nobody answered; it counts as no. */
export const parityStates = ['mirrors', 'drifts', 'unknown'] as const;
export type ParityState = (typeof parityStates)[number];

/** A difference in a setting that affects behaviour. */
export interface Drift {
  readonly setting: string;
  readonly environments: readonly Environment[];
}

/** Whether staging and qa mirror production, as another context answered. */
export interface ParityAnswer {
  /** Identifies the answer; empty when nobody answered. */
  readonly id: string;
  /** When it was answered, by this service's clock; empty when nobody answered. */
  readonly answeredAt: string;
  readonly staging: ParityState;
  readonly qa: ParityState;
  readonly drift: readonly Drift[];
}

/** `unannotated` means that a pipeline change stands that was not annotated and confirmed before it was implemented. */
export const pipelineStates = ['confirmed', 'unannotated', 'unknown'] as const;
export type PipelineState = (typeof pipelineStates)[number];

/** Whether every pipeline change of the project went through its protocol, as another context answered. */
export interface PipelineAnswer {
  readonly id: string;
  readonly answeredAt: string;
  readonly state: PipelineState;
  /** The changes that stand without annotation, in words. */
  readonly changes: readonly string[];
}

export const noParityAnswer: ParityAnswer = {
  id: '',
  answeredAt: '',
  staging: 'unknown',
  qa: 'unknown',
  drift: [],
};

export const noPipelineAnswer: PipelineAnswer = {
  id: '',
  answeredAt: '',
  state: 'unknown',
  changes: [],
};
