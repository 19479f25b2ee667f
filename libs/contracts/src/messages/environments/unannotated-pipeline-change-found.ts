import { projectHappening } from '../../fields/happening.js';
import { definition } from '../../fields/pipeline.js';
import { text, titleMax } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const unannotatedPipelineChangeFound = defineMessage({
  name: 'unannotated-pipeline-change-found',
  version: 1,
  topic: environments,
  summary:
    'The pipeline has a definition that nobody confirmed: no promotion of the project proceeds until it is reverted.',
  data: {
    ...projectHappening,
    before: definition.describe(
      "SHA-256 of the pipeline's definition before, the one to go back to.",
    ),
    definition,
    change: text(titleMax).describe('The change, in words.'),
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    before: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    definition: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    change: 'The definition changed from 9f86d081 to 60303ae2 without annotation',
  },
});

export type UnannotatedPipelineChangeFound = DataOf<typeof unannotatedPipelineChangeFound>;
