import { environments, gates } from '@roadbook/decider';
import { oneOf } from './say.js';

export const environment = oneOf(environments).describe('The environment.');
export const releaseKind = oneOf(['standard', 'hotfix']).describe(
  'A hotfix skips dev and qa and nothing else.',
);
export const ticketType = oneOf(['feature', 'fix', 'enhancement']).describe('The type of change.');
export const gate = oneOf(gates).describe(
  'Each is reported by its own role and no other: quality by the cqo, design by the cdo, security by the cso.',
);
export const verdict = oneOf(['passed', 'failed', 'inconclusive']).describe(
  'Only `passed` lets anything proceed.',
);
export const deploymentOutcome = oneOf(['succeeded', 'failed', 'errored']).describe(
  '`failed` is a definite negative; `errored` could not be carried out.',
);
export const promotionOutcome = oneOf([
  'passed',
  'failed',
  'errored',
  'unanswered',
  'withdrawn',
]).describe(
  "How the promotion ended. `unanswered` is nobody's verdict; `withdrawn` was never taken up by a deployer.",
);
export const deploymentPhase = oneOf(['requested', 'deploying', 'verifying']).describe(
  'Where the deployment stood: nobody had claimed it, a deployer had, or its checks were awaited.',
);
export const authorizationOf = oneOf(['promotion', 'production']).describe(
  "Which of the orchestrator's two yeses.",
);
