import { projectHappening } from '../../fields/happening.js';
import { definition, pipelineAnnotation } from '../../fields/pipeline.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const pipelineChangeImplemented = defineMessage({
  name: 'pipeline-change-implemented',
  version: 1,
  topic: environments,
  summary: 'A confirmed pipeline change was made.',
  data: {
    ...projectHappening,
    annotation: pipelineAnnotation.describe('The plan, and who confirmed it.'),
    before: definition.describe("SHA-256 of the pipeline's definition before."),
    definition,
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    annotation: {
      change: story.change,
      what: 'Integration tests run in parallel',
      why: 'They take 40 minutes.',
      impact: 'Nothing for releases; failures are reported for each shard.',
      undo: 'Take the matrix out of the workflow.',
      annotatedBy: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
      annotatedAt: '2026-03-01T08:00:00.000Z',
      confirmedBy: 'a_77b1c2d3e4f5061728394a5b6c7d8e9f',
      confirmedAs: 'cto',
      confirmedAt: '2026-03-01T09:00:00.000Z',
    },
    before: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    definition: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  },
});

export type PipelineChangeImplemented = DataOf<typeof pipelineChangeImplemented>;
