import { aDeployment } from '../../fields/deployment.js';
import { standingChecks } from '../../fields/evidence.js';
import { releaseHappening } from '../../fields/happening.js';
import { deploymentPhase, promotionOutcome, releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { releases } from '../../topics/index.js';

export const promotionEnded = defineMessage({
  name: 'promotion-ended',
  version: 1,
  topic: releases,
  summary: 'A deployment to one environment has ended, with its verification.',
  data: {
    ...releaseHappening,
    ...aDeployment,
    kind: releaseKind,
    outcome: promotionOutcome,
    phase: deploymentPhase,
    checks: standingChecks.describe('The verdicts that stand on the checks.'),
  },
  example: {
    ...story.of('deployer'),
    deployment: story.deployment,
    environment: 'qa',
    candidate: story.candidate,
    attempt: 1,
    kind: 'standard',
    outcome: 'passed',
    phase: 'verifying',
    checks: [
      { check: 'full-test-suite', verdict: 'passed' },
      { check: 'integration-tests', verdict: 'passed' },
    ],
  },
});

export type PromotionEnded = DataOf<typeof promotionEnded>;
