import { releaseHappening } from '../../fields/happening.js';
import { noteMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const securityBlockSet = defineMessage({
  name: 'security-block-set',
  version: 1,
  topic: releases,
  summary: 'The cso stops the release; only a cso clears it.',
  data: { ...releaseHappening, reason: text(noteMax).describe('Why.') },
  example: { ...story.of('cso'), reason: 'Invoices can be read without signing in.' },
});

export type SecurityBlockSet = DataOf<typeof securityBlockSet>;
