import { releaseReport } from '../../fields/happening.js';
import { madeId } from '../../fields/names.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsReported } from '../../topics/index.js';

export const deploymentClaimed = defineMessage({
  name: 'deployment-claimed',
  version: 1,
  topic: deploymentsReported,
  summary: 'A deployer takes a request up. Only one does; a second claim is refused.',
  data: {
    ...releaseReport,
    deployment: madeId.describe('Id of the deployment, as the request for it says.'),
  },
  example: {
    project: story.project,
    version: story.version,
    occurredAt: '2026-03-02T09:31:00+01:00',
    deployment: story.deployment,
  },
});

export type DeploymentClaimed = DataOf<typeof deploymentClaimed>;
