import { evidence } from '../../fields/evidence.js';
import { releaseReport } from '../../fields/happening.js';
import { madeId } from '../../fields/names.js';
import { deploymentOutcome } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsReported } from '../../topics/index.js';

export const deploymentReported = defineMessage({
  name: 'deployment-reported',
  version: 1,
  topic: deploymentsReported,
  summary: 'How the deployment went.',
  data: {
    ...releaseReport,
    deployment: madeId.describe('Id of the deployment, as the request for it says.'),
    outcome: deploymentOutcome,
    evidence,
  },
  example: {
    project: story.project,
    version: story.version,
    occurredAt: '2026-03-02T09:31:00+01:00',
    deployment: story.deployment,
    outcome: 'succeeded',
    evidence: { link: 'https://ci.example/shop/deployments/815' },
  },
});

export type DeploymentReported = DataOf<typeof deploymentReported>;
