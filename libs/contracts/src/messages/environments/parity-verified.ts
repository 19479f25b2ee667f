import { projectHappening } from '../../fields/happening.js';
import { commitId, madeId, semanticVersion } from '../../fields/names.js';
import { drift, pairs } from '../../fields/parity.js';
import { oneOf, orNull } from '../../fields/say.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const parityVerified = defineMessage({
  name: 'parity-verified',
  version: 1,
  topic: environments,
  summary:
    'Parity was asked for a release and answered, whatever was found. The id of the answer is the id of the event.',
  data: {
    ...projectHappening,
    version: orNull(semanticVersion).describe('The release; null where it was verified for none.'),
    candidate: orNull(commitId).describe('The candidate; null where none was chosen.'),
    environment: orNull(environment).describe(
      'The environment that it was asked for; null where it was verified for none.',
    ),
    deployment: orNull(madeId).describe('The deployment that it serves; null for a check.'),
    purpose: oneOf(['promotion', 'check', 'configuration-change']).describe(
      'What it was verified for: to start a promotion, as a check on record, or because a configuration change is everywhere.',
    ),
    question: orNull(madeId).describe(
      'Id of the question; null where nobody asked from elsewhere.',
    ),
    change: orNull(madeId).describe(
      'The configuration change that is everywhere now; null where it was verified for none.',
    ),
    ...pairs,
    drift,
  },
  example: {
    project: story.project,
    version: story.version,
    ...story.by('cio'),
    candidate: story.candidate,
    environment: 'production',
    deployment: null,
    purpose: 'check',
    question: story.question,
    change: null,
    staging: 'mirrors',
    qa: 'drifts',
    drift: [{ setting: 'payment.timeout', environments: ['qa'], kind: 'between' }],
  },
});

export type ParityVerified = DataOf<typeof parityVerified>;
