import { projectHappening } from '../../fields/happening.js';
import { madeId } from '../../fields/names.js';
import { definition, pipelineAnnotation } from '../../fields/pipeline.js';
import { orNull } from '../../fields/say.js';
import { noteMax, text, titleMax } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const pipelineChangeReverted = defineMessage({
  name: 'pipeline-change-reverted',
  version: 1,
  topic: environments,
  summary: 'The definition of the pipeline is again what it was before a change.',
  data: {
    ...projectHappening,
    what: text(titleMax).describe('What was undone, in words.'),
    annotation: orNull(pipelineAnnotation).describe(
      'The plan, and who confirmed it; null where the change was made without.',
    ),
    reverts: madeId.describe('Id of the event by which the change was implemented or found.'),
    before: definition.describe("SHA-256 of the pipeline's definition while the change stood."),
    definition,
    reason: orNull(text(noteMax)).describe('Why; null where nobody said.'),
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    what: 'The change of 2 March to the definition, made without annotation',
    annotation: null,
    reverts: story.earlierEvent,
    before: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    definition: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    reason: null,
  },
});

export type PipelineChangeReverted = DataOf<typeof pipelineChangeReverted>;
