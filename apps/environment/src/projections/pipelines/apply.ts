import type { Placed } from '@roadbook/read-model';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import type { PipelineRow, StandingChange } from './row.js';

/** The pipeline after one more event. */
export const applyToPipeline = (
  row: PipelineRow | undefined,
  event: Placed<PipelineEvent>,
  project: string,
): PipelineRow => {
  const { inPlace, standing } = row ?? { inPlace: null, standing: [] };
  const { revision, recordedAt: changedAt } = event;
  const before = { project, inPlace, standing, revision, changedAt };
  return { ...before, ...whatChanges(before, event) };
};

function whatChanges(
  { standing }: PipelineRow,
  event: Placed<PipelineEvent>,
): Partial<PipelineRow> | undefined {
  const { recordedAt: since, actor: reportedBy, id } = event;
  const by = { reportedBy, since };
  switch (event.type) {
    case 'PipelineDefinitionReported': {
      const { definition, name, link } = event.data;
      return { inPlace: { definition, name, link, ...by } };
    }
    case 'PipelineChangeImplemented': {
      const { change, before, definition } = event.data;
      return on(standing, { event: id, change, found: null, before, definition, ...by });
    }
    case 'UnannotatedPipelineChangeFound': {
      const { what: found, before, definition } = event.data;
      return on(standing, { event: id, change: null, found, before, definition, ...by });
    }
    case 'PipelineReversalOrdered': {
      const ordered = (one: StandingChange) =>
        one.change === event.data.change ? { ...one, reversalOrdered: true } : one;
      return { standing: standing.map(ordered) };
    }
    case 'PipelineChangeReverted':
      return { standing: standing.filter((one) => one.event !== event.data.reverts) };
    default:
      return undefined;
  }
}

const on = (
  standing: readonly StandingChange[],
  change: Omit<StandingChange, 'reversalOrdered'>,
): Partial<PipelineRow> => ({ standing: [...standing, { ...change, reversalOrdered: false }] });
