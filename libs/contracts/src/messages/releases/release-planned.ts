import { releaseHappening } from '../../fields/happening.js';
import { yesOrNo } from '../../fields/say.js';
import { tickets } from '../../fields/tickets.js';
import { releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const releasePlanned = defineMessage({
  name: 'release-planned',
  version: 1,
  topic: releases,
  summary: 'A release is planned.',
  data: {
    ...releaseHappening,
    kind: releaseKind,
    breaking: yesOrNo.describe('Whether it breaks something for its users.'),
    tickets,
  },
  example: { ...story.of('cio'), kind: 'standard', breaking: false, tickets: story.shopTickets },
});

export type ReleasePlanned = DataOf<typeof releasePlanned>;
