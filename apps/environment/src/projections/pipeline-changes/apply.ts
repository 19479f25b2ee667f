import type { Placed } from '@roadbook/read-model';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import type { Done, PipelineChangeRow } from './row.js';

const doneBy = ({ actor, role, recordedAt: at }: Placed<PipelineEvent>): Done => ({
  actor,
  role,
  at,
});

/** The change after one more event of its project's pipeline. */
export function applyToPipelineChange(
  row: PipelineChangeRow | undefined,
  event: Placed<PipelineEvent>,
  project: string,
): PipelineChangeRow | undefined {
  const { revision, position } = event;
  if (event.type === 'PipelineChangeAnnotated')
    return { ...annotated, ...event.data, project, annotated: doneBy(event), position, revision };
  return row && { ...row, ...whatChanges(event), revision };
}

const annotated = {
  stage: 'annotated',
  confirmed: null,
  implemented: null,
  withdrawn: null,
  reversalOrdered: null,
  reverted: null,
} as const;

function whatChanges(event: Placed<PipelineEvent>): Partial<PipelineChangeRow> | undefined {
  switch (event.type) {
    case 'PipelineChangeConfirmed':
      return { stage: 'confirmed', confirmed: doneBy(event) };
    case 'PipelineChangeWithdrawn':
      return { stage: 'withdrawn', withdrawn: { ...doneBy(event), reason: event.data.reason } };
    case 'PipelineChangeImplemented': {
      const { before, definition } = event.data;
      return { stage: 'implemented', implemented: { ...doneBy(event), before, definition } };
    }
    case 'PipelineReversalOrdered':
      return { reversalOrdered: { ...doneBy(event), reason: event.data.reason } };
    case 'PipelineChangeReverted':
      return { stage: 'reverted', reverted: doneBy(event) };
    default:
      return undefined;
  }
}
