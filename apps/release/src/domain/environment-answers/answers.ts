import type { Environment, DriftKind } from '@roadbook/decider';

/** `unknown` is what nobody observed or nobody answered; it counts as no. */
export const parityStates = ['mirrors', 'drifts', 'unknown'] as const;
export type ParityState = (typeof parityStates)[number];

/**
 * A difference in a setting that affects behaviour: `between` an environment and production, or from what configuration changes
 * `declared`.
 */
export interface Drift {
  readonly setting: string;
  readonly environments: readonly Environment[];
  readonly kind: DriftKind;
}

/** An answer of the environment service to one question (docs/decisions/0010). */
export interface EnvironmentAnswer {
  /** Identifies the answer; empty when nobody answered in time. */
  readonly id: string;
  /** When it was asked, by this service's clock: how old the answer is counts from here. */
  readonly askedAt: string;
  /** When it was answered, by the clock of who answered; empty when nobody did. */
  readonly answeredAt: string;
  /** The one deployment that it was asked for; null where it was asked for none. */
  readonly serves: string | null;
}

/** Whether staging and qa mirror production. */
export interface ParityAnswer extends EnvironmentAnswer {
  readonly staging: ParityState;
  readonly qa: ParityState;
  readonly drift: readonly Drift[];
}

/** `unannotated` means that a pipeline change stands that was not annotated and confirmed before it was implemented. */
export const pipelineStates = ['confirmed', 'unannotated', 'unknown'] as const;
export type PipelineState = (typeof pipelineStates)[number];

/** Whether every pipeline change of the project went through its protocol. */
export interface PipelineAnswer extends EnvironmentAnswer {
  readonly state: PipelineState;
  /** The changes that stand without annotation, in words. */
  readonly changes: readonly string[];
}

const nobody: EnvironmentAnswer = { id: '', askedAt: '', answeredAt: '', serves: null };

export const noParityAnswer: ParityAnswer = {
  ...nobody,
  staging: 'unknown',
  qa: 'unknown',
  drift: [],
};

export const noPipelineAnswer: PipelineAnswer = {
  ...nobody,
  state: 'unknown',
  changes: [],
};

/** True where nobody answered in time. */
export const isUnanswered = ({ id }: EnvironmentAnswer): boolean => id === '';
