import { guard, refuse, refuseAtFirst, refuseUnlessAll, silence, plusMs } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { answersAreFresh, answersFor, isAskedForParity } from '../environment-answers/fresh.js';
import { promotionConditions } from '../eligibility.js';
import { candidateOf } from '../hard-rules/standpoint.js';
import type { Asked } from './asked.js';
import { attemptOf, claimWasUsed } from './attempts.js';
import type { ReleaseEvent } from './events.js';
import { deadlineMissed, withdrawUnclaimed } from './promotion-end.js';
import type { Attempt } from './state.js';

/** Once the system released a claim, neither a deployment nor a rollback can start on it any more. */
export const claimIsNotAbandoned: Condition<Asked<'RequestDeployment' | 'StartRollback'>> = guard(
  'claim-not-abandoned',
  {},
  ({ release: { abandonedClaims }, command: { claim } }) =>
    abandonedClaims.includes(claim)
      ? 'the claim on the environment was released because nothing started on it in time; ask again'
      : undefined,
);

const claimStands: Condition<Asked<'RequestDeployment'>> = guard(
  'claim-stands',
  {},
  ({ surroundings: { road }, command: { environment, claim } }) =>
    road.claims[environment]?.claim === claim
      ? undefined
      : `the road holds no such claim on ${environment}; ask again`,
);

/** A deployer is asked to act. The entry of the log opens in the same append. */
export function requestDeployment(asked: Asked<'RequestDeployment'>): Decision<ReleaseEvent> {
  const { command, release, surroundings, at } = asked;
  const { environment, claim: deployment } = command;
  const attempts = candidateOf(asked).attempts;
  if (claimWasUsed(release, deployment)) return silence;
  const refusal =
    refuseUnlessAll(promotionConditions(environment), { ...asked, environment }) ??
    refuseAtFirst<Asked<'RequestDeployment'>>([claimIsNotAbandoned, claimStands], asked) ??
    refuseAtFirst([answersAreFresh], {
      answers: answersFor(environment, surroundings),
      deployment,
      at,
    });
  if (refusal) return refusal;
  const candidate = candidateOf(asked).commit;
  const attempt = (attempts[environment]?.attempt ?? 0) + 1;
  return [
    {
      type: 'DeploymentRequested',
      data: {
        deployment,
        environment,
        version: release.version,
        candidate,
        attempt,
        plan: release.plan?.plan ?? '',
        deadline: plusMs(at, surroundings.deadlines.deploymentMs),
        pipeline: surroundings.pipeline,
        parity: isAskedForParity(environment) ? surroundings.parity : null,
      },
    },
    { type: 'DeploymentLogEntryOpened', data: { deployment, environment, candidate, attempt } },
  ];
}

/** The claim came to nothing. Said on the release's own stream first, so that no start can slip in behind it. */
export function abandonClaim({ command, release }: Asked<'AbandonClaim'>): Decision<ReleaseEvent> {
  const { claim, environment } = command;
  return claimWasUsed(release, claim) || release.abandonedClaims.includes(claim)
    ? silence
    : [{ type: 'ClaimAbandoned', data: { claim, environment } }];
}

/** A missed deadline is nobody's verdict and passes nothing. */
export function missDeadline({
  command,
  release,
  at,
}: Asked<'MissDeadline'>): Decision<ReleaseEvent> {
  const attempt = attemptOf(release, command.deployment);
  return attempt ? deadlineMissed(release, attempt, at) : silence;
}

export function withdrawUnclaimedDeployment({
  command,
  release,
}: Asked<'WithdrawUnclaimedDeployment'>): Decision<ReleaseEvent> {
  return attemptOf(release, command.deployment)?.phase === 'requested'
    ? withdrawUnclaimed(release, command.reason)
    : silence;
}

function failedAttempt({ release, command }: Asked<'DiagnoseFailure'>): Attempt | undefined {
  const attempt = attemptOf(release, command.deployment);
  const failed =
    attempt?.outcome === 'failed' ||
    attempt?.outcome === 'errored' ||
    attempt?.outcome === 'unanswered';
  return failed ? attempt : undefined;
}

const thereIsAFailure: Condition<Asked<'DiagnoseFailure'>> = guard(
  'failure-to-diagnose',
  {},
  (asked) =>
    failedAttempt(asked)
      ? undefined
      : 'this deployment did not fail, so there is nothing to diagnose',
);

export function diagnoseFailure(asked: Asked<'DiagnoseFailure'>): Decision<ReleaseEvent> {
  const attempt = failedAttempt(asked);
  if (!attempt) return refuse(thereIsAFailure, asked);
  if (attempt.diagnosed !== undefined) return silence;
  const { environment } = attempt;
  return [{ type: 'FailureDiagnosed', data: { ...asked.command, environment } }];
}
