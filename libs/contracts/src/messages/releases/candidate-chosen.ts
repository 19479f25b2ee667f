import { releaseHappening } from '../../fields/happening.js';
import { candidate, commitId } from '../../fields/names.js';
import { orNull } from '../../fields/say.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const candidateChosen = defineMessage({
  name: 'candidate-chosen',
  version: 1,
  topic: releases,
  summary:
    'The commit is chosen that would be shipped; what was proved about the one before is void.',
  data: {
    ...releaseHappening,
    candidate,
    replaces: orNull(commitId).describe('The candidate before; null for the first.'),
  },
  example: { ...story.of('cio'), candidate: story.candidate, replaces: null },
});

export type CandidateChosen = DataOf<typeof candidateChosen>;
