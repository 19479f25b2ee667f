import { projectHappening } from '../../fields/happening.js';
import { announcedDefinition, pipelineChange } from '../../fields/pipeline.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const pipelineChangeConfirmed = defineMessage({
  name: 'pipeline-change-confirmed',
  version: 1,
  topic: environments,
  summary: 'A pipeline change may be made.',
  data: { ...projectHappening, ...pipelineChange, announced: announcedDefinition },
  example: {
    project: story.project,
    ...story.by('cto'),
    change: story.change,
    what: 'Integration tests run in parallel',
    why: 'They take 40 minutes.',
    impact: 'Nothing for releases; failures are reported for each shard.',
    undo: 'Take the matrix out of the workflow.',
    announced: null,
  },
});

export type PipelineChangeConfirmed = DataOf<typeof pipelineChangeConfirmed>;
