import { projection, recorded } from '@roadbook/read-model';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import { pipelineStream, streamOf } from '../../domain/streams.js';
import { applyToPipeline } from './apply.js';
import type { PipelineRow } from './row.js';

/** The pipeline of each project, as it is in place. */
export const pipelines = projection({
  name: 'pipelines',
  version: 1,
  streamPrefixes: [pipelineStream('')],
  keyOf: ({ stream }) => streamOf(stream)?.project,
  apply: (row: PipelineRow | undefined, event, project) =>
    applyToPipeline(row, recorded<PipelineEvent>(event), project),
  columns: {},
  indexes: [],
});
