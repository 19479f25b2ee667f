import {
  actorId,
  commitId,
  madeId,
  projectSlug,
  role,
  semanticVersion,
} from '../../fields/names.js';
import { listOf, oneOf, orNull } from '../../fields/say.js';
import { time } from '../../fields/time.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { questions } from '../../topics/index.js';

export const environmentAsked = defineMessage({
  name: 'environment-asked',
  version: 1,
  topic: questions,
  summary:
    'The environment service is asked for parity, the pipeline or both. The id of the message is the id of the question.',
  data: {
    project: projectSlug,
    version: orNull(semanticVersion).describe(
      'The release; null where it is asked for a whole project.',
    ),
    askedAt: time.describe('When it was asked.'),
    deadline: time.describe('Until when it can be answered; later nobody waits.'),
    actor: actorId.describe('For whose command it is asked.'),
    role: role.describe('In which role that is given.'),
    candidate: orNull(commitId).describe('The candidate; null where none was chosen.'),
    environment: environment.describe('The environment that it is asked for.'),
    deployment: orNull(madeId).describe(
      'The deployment that the answer is to serve; null where it is asked for none.',
    ),
    asks: listOf(oneOf(['pipeline', 'parity']), { max: 2 }).describe('What is asked.'),
    purpose: oneOf(['promotion', 'check', 'eligibility']).describe(
      'Answers for a promotion or a check go on record; those for eligibility leave nothing behind.',
    ),
    asOf: orNull(time).describe('The instant for which it is asked; null for now.'),
  },
  example: {
    project: story.project,
    version: story.version,
    askedAt: '2026-03-02T08:20:00.000Z',
    deadline: '2026-03-02T08:20:05.000Z',
    actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
    role: 'cio',
    candidate: story.candidate,
    environment: 'production',
    deployment: story.deployment,
    asks: ['pipeline', 'parity'],
    purpose: 'promotion',
    asOf: null,
  },
});

export type EnvironmentAsked = DataOf<typeof environmentAsked>;
