import { releaseHappening } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { noteMax, text } from '../../fields/text.js';
import { authorizationOf } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const authorizationDenied = defineMessage({
  name: 'authorization-denied',
  version: 1,
  topic: releases,
  summary: 'The orchestrator said no.',
  data: {
    ...releaseHappening,
    of: authorizationOf,
    candidate,
    reason: text(noteMax).describe('Why.'),
  },
  example: {
    ...story.of('orchestrator'),
    of: 'production',
    candidate: story.candidate,
    reason: 'Not in the week of the fair.',
  },
});

export type AuthorizationDenied = DataOf<typeof authorizationDenied>;
