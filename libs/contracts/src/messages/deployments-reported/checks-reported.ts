import { checkResults } from '../../fields/evidence.js';
import { releaseReport } from '../../fields/happening.js';
import { madeId } from '../../fields/names.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { deploymentsReported } from '../../topics/index.js';

export const checksReported = defineMessage({
  name: 'checks-reported',
  version: 1,
  topic: deploymentsReported,
  summary: 'How checks after a deployment went, all at once or a few at a time.',
  data: {
    ...releaseReport,
    deployment: madeId.describe('Id of the deployment, as the request for it says.'),
    checks: checkResults.describe('The checks and their verdicts.'),
  },
  example: {
    project: story.project,
    version: story.version,
    occurredAt: '2026-03-02T09:31:00+01:00',
    deployment: story.deployment,
    checks: [
      {
        check: 'smoke-tests',
        verdict: 'passed',
        evidence: {
          digest: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        },
      },
    ],
  },
});

export type ChecksReported = DataOf<typeof checksReported>;
