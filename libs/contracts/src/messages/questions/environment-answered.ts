import { madeId, projectSlug, semanticVersion } from '../../fields/names.js';
import { parityAnswer, pipelineAnswer } from '../../fields/parity.js';
import { orNull, yesOrNo } from '../../fields/say.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { answers } from '../../topics/index.js';

export const environmentAnswered = defineMessage({
  name: 'environment-answered',
  version: 1,
  topic: answers,
  summary: 'What the environment service answers of parity and the pipeline.',
  data: {
    question: madeId.describe('Id of the question.'),
    project: projectSlug,
    version: orNull(semanticVersion).describe(
      'The release; null where it is asked for a whole project.',
    ),
    unknownProject: yesOrNo.describe(
      'True where the environment service has not heard of the project; then both answers are null.',
    ),
    parity: orNull(parityAnswer).describe(
      'Whether staging and qa mirror production; null where that was not asked.',
    ),
    pipeline: orNull(pipelineAnswer).describe(
      'Whether every pipeline change went through its protocol; null where that was not asked.',
    ),
  },
  example: {
    question: story.question,
    project: story.project,
    version: story.version,
    unknownProject: false,
    parity: {
      id: story.earlierEvent,
      answeredAt: '2026-03-02T08:20:00.100Z',
      staging: 'mirrors',
      qa: 'mirrors',
      drift: [],
    },
    pipeline: {
      id: '2ed6657d-e927-568b-95e1-2665a8aea6a2',
      answeredAt: '2026-03-02T08:20:00.100Z',
      state: 'confirmed',
      changes: [],
    },
  },
});

export type EnvironmentAnswered = DataOf<typeof environmentAnswered>;
