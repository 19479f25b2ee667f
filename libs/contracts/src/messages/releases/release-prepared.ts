import { releaseHappening } from '../../fields/happening.js';
import { candidate, madeId } from '../../fields/names.js';
import { releaseNotes } from '../../fields/notes.js';
import { rollbackPlan } from '../../fields/rollback-plan.js';
import { orNull, yesOrNo } from '../../fields/say.js';
import { tickets } from '../../fields/tickets.js';
import { releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const releasePrepared = defineMessage({
  name: 'release-prepared',
  version: 1,
  topic: releases,
  summary:
    'Every item of "Pre-Release Verification" and "Release Artifacts" holds for the candidate, its version tag among them.',
  data: {
    ...releaseHappening,
    candidate,
    kind: releaseKind,
    breaking: yesOrNo.describe('Whether it breaks something for its users.'),
    tickets,
    notes: releaseNotes,
    rollbackPlan,
    replaces: orNull(madeId).describe(
      'Id of the event by which the candidate before was prepared; null for the first.',
    ),
  },
  example: {
    ...story.of('deployer'),
    candidate: story.candidate,
    kind: 'standard',
    breaking: false,
    tickets: story.shopTickets,
    notes: story.notes,
    rollbackPlan: story.plan,
    replaces: null,
  },
});

export type ReleasePrepared = DataOf<typeof releasePrepared>;
