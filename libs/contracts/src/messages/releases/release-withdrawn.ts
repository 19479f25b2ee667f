import { releaseHappening } from '../../fields/happening.js';
import { commitId } from '../../fields/names.js';
import { orNull } from '../../fields/say.js';
import { noteMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const releaseWithdrawn = defineMessage({
  name: 'release-withdrawn',
  version: 1,
  topic: releases,
  summary: 'A release is given up.',
  data: {
    ...releaseHappening,
    candidate: orNull(commitId).describe('The candidate at the time; null where none was chosen.'),
    reason: text(noteMax).describe('Why.'),
  },
  example: { ...story.of('cio'), candidate: null, reason: 'The invoice provider is not ready.' },
});

export type ReleaseWithdrawn = DataOf<typeof releaseWithdrawn>;
