import { aDeployment } from '../../fields/deployment.js';
import { releaseHappening } from '../../fields/happening.js';
import { sentenceMax, text } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsRequested } from '../../topics/index.js';

export const deploymentWithdrawn = defineMessage({
  name: 'deployment-withdrawn',
  version: 1,
  topic: deploymentsRequested,
  summary: 'A request that no deployer had claimed is withdrawn: nobody deploys it any more.',
  data: { ...releaseHappening, ...aDeployment, reason: text(sentenceMax).describe('Why.') },
  example: {
    ...story.of('cso'),
    deployment: story.deployment,
    environment: 'production',
    candidate: story.candidate,
    attempt: 1,
    reason: 'a security block was set',
  },
});

export type DeploymentWithdrawn = DataOf<typeof deploymentWithdrawn>;
