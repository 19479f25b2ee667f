import type { ChangeStage } from '../../domain/pipeline/state.js';
import type { Done, PipelineChangeRow, Reasoned } from '../../projections/pipeline-changes/row.js';

/** How a change stands, as the document's last line says it. */
export type PipelineChangeResult = Uppercase<ChangeStage>;

/** The record of a pipeline change: what was agreed, by whom, and what became of it. */
export interface PipelineChangeDocument {
  readonly change: string;
  /** When it was annotated. */
  readonly date: string;
  readonly what: string;
  readonly reason: string;
  readonly impact: string;
  readonly undo: string;
  readonly definition: {
    readonly before: string | null;
    readonly announced: string | null;
    readonly after: string | null;
  };
  readonly annotatedBy: Done;
  readonly confirmedBy: Done | null;
  readonly implementedBy: Done | null;
  readonly reversalOrderedBy: Reasoned | null;
  readonly revertedBy: Done | null;
  readonly withdrawnBy: Reasoned | null;
  readonly result: PipelineChangeResult;
}

export const pipelineChangeDocument = (row: PipelineChangeRow): PipelineChangeDocument => ({
  change: row.change,
  date: row.annotated.at,
  what: row.what,
  reason: row.why,
  impact: row.impact,
  undo: row.undo,
  definition: {
    before: row.implemented?.before ?? null,
    announced: row.announced,
    after: row.implemented?.definition ?? null,
  },
  annotatedBy: row.annotated,
  confirmedBy: row.confirmed,
  implementedBy: row.implemented && doneIn(row.implemented),
  reversalOrderedBy: row.reversalOrdered,
  revertedBy: row.reverted,
  withdrawnBy: row.withdrawn,
  result: row.stage.toUpperCase() as PipelineChangeResult,
});

const doneIn = ({ actor, role, at }: Done): Done => ({ actor, role, at });
