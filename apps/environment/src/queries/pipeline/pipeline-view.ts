import type { PipelineState } from '../../domain/pipeline/answer.js';
import type { PipelineRow } from '../../projections/pipelines/row.js';

export type { DefinitionInPlace, StandingChange } from '../../projections/pipelines/row.js';

/** The pipeline of a project, and whether every change of it went through its protocol. */
export interface PipelineView extends PipelineRow {
  /** `unannotated` blocks every promotion of the project, and so does `unknown`. */
  readonly state: PipelineState;
}

export function pipelineView(row: PipelineRow): PipelineView {
  const { project, inPlace, standing, revision, changedAt } = row;
  return { project, state: stateOf(row), inPlace, standing, revision, changedAt };
}

function stateOf({ inPlace, standing }: PipelineRow): PipelineState {
  if (standing.some(({ change }) => change === null)) return 'unannotated';
  return inPlace ? 'confirmed' : 'unknown';
}
