import { carriedOutStep, checkResult, checksMax } from '../../fields/evidence.js';
import { releaseHappening } from '../../fields/happening.js';
import { actorId, candidate, madeId, semanticVersion } from '../../fields/names.js';
import { planDigest } from '../../fields/rollback-plan.js';
import { listOf, objectOf, oneOf, orNull, wholeNumber, yesOrNo } from '../../fields/say.js';
import { noteMax, sentenceMax, text } from '../../fields/text.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

const followUp = objectOf({
  review: orNull(
    objectOf({
      reviewAt: time.describe('When.'),
      note: text(noteMax).describe('What is to be asked.'),
    }),
  ).describe('The review that is scheduled; null while none is.'),
  clients: oneOf(['not affected', 'to be told', 'told']).describe(
    'Whether the cco has told clients.',
  ),
}).describe('What is left to do. The fix is a new version in any case.');

export const rollbackEnded = defineMessage({
  name: 'rollback-ended',
  version: 1,
  topic: releases,
  summary:
    'A rollback has ended, complete or not. One that was incomplete can be repeated, and ends again.',
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
    confirmedBy: actorId.describe('Who confirmed that the issue comes from the deployment.'),
    result: oneOf(['complete', 'incomplete']).describe(
      'Whether production is back at the previous good state.',
    ),
    because: orNull(text(sentenceMax)).describe('Why it is incomplete; null where it is complete.'),
    restored: orNull(semanticVersion).describe(
      'The version that stands in production again; null where it is incomplete or nothing stood before.',
    ),
    steps: listOf(carriedOutStep, { min: 0 }).describe(
      'Every run of every step as it was reported, the latest 500 at most; the verification is the last step.',
    ),
    checks: listOf(checkResult, { min: 0, max: checksMax }).describe(
      'The last result of each check.',
    ),
    startedAt: time.describe('When it began.'),
    endedAt: time.describe('When it ended.'),
    durationSeconds: orNull(wholeNumber(0, 1_000_000_000)).describe(
      'Computed from the times of the steps; null where it is incomplete.',
    ),
    withinBudget: yesOrNo.describe('Whether it stayed within the ten minutes.'),
    followUp,
    replaces: orNull(madeId).describe(
      'Id of the event by which the same rollback had ended incomplete; null for the first end.',
    ),
  },
  example: {
    ...story.of('deployer', '2026-03-02T12:06:00.000Z'),
    rollback: story.rollback,
    candidate: story.candidate,
    restores: '1.3.2',
    reason: 'Orders of more than 99 lines are lost.',
    confirmation: 'It began with the deployment, and only on instances of 1.4.0.',
    usersAffected: true,
    planExpired: false,
    plan: story.plan.plan,
    confirmedBy: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
    result: 'complete',
    because: null,
    restored: '1.3.2',
    steps: [
      {
        step: 1,
        action: 'Deploy the image before',
        startedAt: '2026-03-02T12:01:00.000Z',
        endedAt: '2026-03-02T12:02:40.000Z',
        verdict: 'passed',
      },
      {
        step: 2,
        action: 'Ask for the version',
        startedAt: '2026-03-02T12:02:40.000Z',
        endedAt: '2026-03-02T12:02:50.000Z',
        verdict: 'passed',
        note: 'the old image answers',
      },
    ],
    checks: [
      { check: 'health-checks', verdict: 'passed', evidence: { note: 'all instances answer' } },
    ],
    startedAt: '2026-03-02T12:00:00.000Z',
    endedAt: '2026-03-02T12:06:00.000Z',
    durationSeconds: 360,
    withinBudget: true,
    followUp: { review: null, clients: 'to be told' },
    replaces: null,
  },
});

export type RollbackEnded = DataOf<typeof rollbackEnded>;
