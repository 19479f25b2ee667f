import { isUnannotated } from './state.js';
import type { Pipeline } from './state.js';

/** `unannotated` means that a change stands that was not annotated and confirmed before; `unknown` that no definition was ever reported. */
export const pipelineStates = ['confirmed', 'unannotated', 'unknown'] as const;
export type PipelineState = (typeof pipelineStates)[number];

/** Whether every change of the pipeline went through its protocol. */
export interface PipelineAnswer {
  readonly state: PipelineState;
  /** The changes that stand without annotation, in words. */
  readonly changes: readonly string[];
}

/** How many changes stand in an answer, so that it stays small. */
const changesMax = 50;

export function answerOf({ definition, standing }: Pipeline): PipelineAnswer {
  const changes = standing.filter(isUnannotated).map(({ what }) => what);
  if (changes.length > 0) return { state: 'unannotated', changes: changes.slice(-changesMax) };
  return { state: definition === null ? 'unknown' : 'confirmed', changes: [] };
}
