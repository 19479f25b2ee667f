import { releaseHappening } from '../../fields/happening.js';
import { candidate, madeId, semanticVersion } from '../../fields/names.js';
import { planDigest } from '../../fields/rollback-plan.js';
import { orNull, yesOrNo } from '../../fields/say.js';
import { sentenceMax, text } from '../../fields/text.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const rollbackStarted = defineMessage({
  name: 'rollback-started',
  version: 1,
  topic: releases,
  summary: 'The way back has begun: the plan is carried out step by step.',
  data: {
    ...releaseHappening,
    rollback: madeId.describe('Id of the rollback.'),
    candidate,
    restores: orNull(semanticVersion).describe(
      "The version that production goes back to; null withdraws the project's first release.",
    ),
    reason: text(sentenceMax).describe('What went wrong.'),
    confirmation: text(sentenceMax).describe('Why the issue comes from the deployment.'),
    usersAffected: yesOrNo.describe('If so, the cco is told.'),
    planExpired: yesOrNo.describe(
      'True when it came later after the deployment than the plan is meant for.',
    ),
    plan: planDigest,
    budgetEndsAt: time.describe('When the ten minutes are used up.'),
  },
  example: {
    ...story.of('cio', '2026-03-02T12:00:00.000Z'),
    rollback: story.rollback,
    candidate: story.candidate,
    restores: '1.3.2',
    reason: 'Orders of more than 99 lines are lost.',
    confirmation: 'It began with the deployment, and only on instances of 1.4.0.',
    usersAffected: true,
    planExpired: false,
    plan: story.plan.plan,
    budgetEndsAt: '2026-03-02T12:10:00.000Z',
  },
});

export type RollbackStarted = DataOf<typeof rollbackStarted>;
