import { releaseHappening } from '../../fields/happening.js';
import { noteMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const securityBlockCleared = defineMessage({
  name: 'security-block-cleared',
  version: 1,
  topic: releases,
  summary: 'The cso takes the security block away.',
  data: { ...releaseHappening, reason: text(noteMax).describe('Why.') },
  example: { ...story.of('cso'), reason: 'They are behind the sign-in now.' },
});

export type SecurityBlockCleared = DataOf<typeof securityBlockCleared>;
