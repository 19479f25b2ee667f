import { projectHappening } from '../../fields/happening.js';
import { announcedDefinition, pipelineChange } from '../../fields/pipeline.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const pipelineChangeAnnotated = defineMessage({
  name: 'pipeline-change-annotated',
  version: 1,
  topic: environments,
  summary: 'The written plan of a change to CI/CD, before it is made.',
  data: { ...projectHappening, ...pipelineChange, announced: announcedDefinition },
  example: {
    project: story.project,
    ...story.by('cio'),
    change: story.change,
    what: 'Integration tests run in parallel',
    why: 'They take 40 minutes.',
    impact: 'Nothing for releases; failures are reported for each shard.',
    undo: 'Take the matrix out of the workflow.',
    announced: null,
  },
});

export type PipelineChangeAnnotated = DataOf<typeof pipelineChangeAnnotated>;
