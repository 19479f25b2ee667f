import { projectHappening } from '../../fields/happening.js';
import { commitId, madeId, role, semanticVersion } from '../../fields/names.js';
import { listOf, objectOf, orNull, wholeNumber } from '../../fields/say.js';
import { matching, sentenceMax, text } from '../../fields/text.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments, releases } from '../../topics/index.js';

const missingCondition = objectOf({
  id: matching({
    pattern: /^[a-z0-9-]{1,64}$/,
    charactersMax: 64,
    says: 'the id of a condition',
  }).describe('The condition.'),
  missing: text(sentenceMax).describe('What is missing, in words.'),
  from: role.optional().describe('The role that can supply it; absent where nobody can.'),
});

export const violationRecorded = defineMessage({
  name: 'violation-recorded',
  version: 1,
  topic: {
    among: [releases, environments],
    of: ({ version }) => [version === undefined ? environments : releases],
  },
  summary:
    'An attempt to break a hard rule was refused. It is recorded once for each actor who tries the same.',
  data: {
    ...projectHappening,
    version: semanticVersion
      .optional()
      .describe('The release; absent where the attempt was about none.'),
    candidate: orNull(commitId).describe('The candidate at the time; null where there was none.'),
    change: orNull(madeId).describe(
      'The configuration or pipeline change; null where the attempt was about none.',
    ),
    environment: environment
      .optional()
      .describe('The environment that it was about; absent where it was about none.'),
    command: matching({
      pattern: /^[A-Za-z]{1,64}$/,
      charactersMax: 64,
      says: 'the name of a command',
    }).describe('What was tried.'),
    rule: wholeNumber(1, 5).describe('The hard rule that refused it.'),
    missing: listOf(missingCondition, { max: 100 }).describe('Every condition that was missing.'),
  },
  example: {
    ...story.of('cio'),
    candidate: story.candidate,
    change: null,
    environment: 'dev',
    command: 'RequestDeployment',
    rule: 2,
    missing: [{ id: 'version-tagged', missing: 'the version is not tagged', from: 'cio' }],
  },
});

export type ViolationRecorded = DataOf<typeof violationRecorded>;
