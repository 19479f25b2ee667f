import { aDeployment } from '../../fields/deployment.js';
import { checksMax } from '../../fields/evidence.js';
import { releaseHappening } from '../../fields/happening.js';
import { checkName } from '../../fields/names.js';
import { rollbackPlan } from '../../fields/rollback-plan.js';
import { listOf, objectOf, orNull } from '../../fields/say.js';
import { tickets } from '../../fields/tickets.js';
import { time } from '../../fields/time.js';
import { window } from '../../fields/window.js';
import { releaseKind } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsRequested } from '../../topics/index.js';

export const deploymentRequested = defineMessage({
  name: 'deployment-requested',
  version: 1,
  topic: deploymentsRequested,
  summary: 'A deployer is asked to bring a candidate to an environment.',
  data: {
    ...releaseHappening,
    ...aDeployment,
    kind: releaseKind,
    tickets,
    requiredChecks: listOf(checkName, { max: checksMax }).describe(
      'The checks to report afterwards; all have to pass.',
    ),
    rollbackPlan,
    window: orNull(objectOf(window)).describe(
      'It has to be claimed inside this window; null outside production.',
    ),
    deadline: time.describe('What is not reported by then is unanswered.'),
  },
  example: {
    ...story.of('cio', '2026-03-02T08:20:00.000Z'),
    deployment: story.deployment,
    environment: 'production',
    candidate: story.candidate,
    attempt: 1,
    kind: 'standard',
    tickets: story.shopTickets,
    requiredChecks: story.productionChecks,
    rollbackPlan: story.plan,
    window: { start: '2026-03-02T08:00:00.000Z', end: '2026-03-02T16:00:00.000Z' },
    deadline: '2026-03-02T09:20:00.000Z',
  },
});

export type DeploymentRequested = DataOf<typeof deploymentRequested>;
