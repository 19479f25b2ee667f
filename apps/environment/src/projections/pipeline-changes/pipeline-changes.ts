import { projection, recorded } from '@roadbook/read-model';
import type { PipelineEvent, PipelineEventType } from '../../domain/pipeline/events.js';
import { streamOf } from '../../domain/streams.js';
import { applyToPipelineChange } from './apply.js';
import type { PipelineChangeRow } from './row.js';

/** What happens to a change that was annotated. */
export const changeEventTypes = [
  'PipelineChangeAnnotated',
  'PipelineChangeConfirmed',
  'PipelineChangeImplemented',
  'PipelineChangeReverted',
  'PipelineChangeWithdrawn',
  'PipelineReversalOrdered',
] as const satisfies PipelineEventType[];

/** Every pipeline change that was annotated. */
export const pipelineChanges = projection({
  name: 'pipeline-changes',
  version: 1,
  types: changeEventTypes,
  /** What was found without annotation is no such change. */
  keyOf: ({ data }) => (data as { readonly change: string | null }).change ?? undefined,
  apply: (row: PipelineChangeRow | undefined, event) =>
    applyToPipelineChange(
      row,
      recorded<PipelineEvent>(event),
      streamOf(event.stream)?.project ?? '',
    ),
  columns: {
    project: { type: 'text', of: ({ project }) => project },
    stage: { type: 'text', of: ({ stage }) => stage },
    position: { type: 'integer', of: ({ position }) => position },
  },
  indexes: [['project', 'position']],
});
