import { releaseHappening } from '../../fields/happening.js';
import { candidate } from '../../fields/names.js';
import { sentenceMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const authorizationsVoided = defineMessage({
  name: 'authorizations-voided',
  version: 1,
  topic: releases,
  summary: 'Both authorizations no longer stand, because what they were given for has changed.',
  data: { ...releaseHappening, candidate, reason: text(sentenceMax).describe('What has changed.') },
  example: {
    ...story.of('cqo'),
    candidate: story.candidate,
    reason: 'the quality gate left passed for SHOP-1',
  },
});

export type AuthorizationsVoided = DataOf<typeof authorizationsVoided>;
