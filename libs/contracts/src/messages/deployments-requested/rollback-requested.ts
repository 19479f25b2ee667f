import { checksMax } from '../../fields/evidence.js';
import { releaseHappening } from '../../fields/happening.js';
import { candidate, checkName, madeId, only, semanticVersion } from '../../fields/names.js';
import { rollbackPlan } from '../../fields/rollback-plan.js';
import { listOf, orNull } from '../../fields/say.js';
import { sentenceMax, text } from '../../fields/text.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsRequested } from '../../topics/index.js';

export const rollbackRequested = defineMessage({
  name: 'rollback-requested',
  version: 1,
  topic: deploymentsRequested,
  summary: 'A deployer is asked to carry out the rollback plan in production, step by step.',
  data: {
    ...releaseHappening,
    rollback: madeId.describe('Id of the rollback.'),
    environment: only('production').describe('The environment.'),
    candidate,
    restores: orNull(semanticVersion).describe(
      "The version that production goes back to; null withdraws the project's first release.",
    ),
    reason: text(sentenceMax).describe('What went wrong.'),
    rollbackPlan,
    requiredChecks: listOf(checkName, { max: checksMax }).describe(
      'The checks to report afterwards; all have to pass.',
    ),
    budgetEndsAt: time.describe('When the ten minutes are used up.'),
  },
  example: {
    ...story.of('cio', '2026-03-02T12:00:00.000Z'),
    rollback: story.rollback,
    environment: 'production',
    candidate: story.candidate,
    restores: '1.3.2',
    reason: 'Orders of more than 99 lines are lost.',
    rollbackPlan: story.plan,
    requiredChecks: story.productionChecks,
    budgetEndsAt: '2026-03-02T12:10:00.000Z',
  },
});

export type RollbackRequested = DataOf<typeof rollbackRequested>;
