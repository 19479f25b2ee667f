import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { checksOf } from '../environments.js';
import { windowIsConfirmed, windowIsOpen } from '../hard-rules/rule-1-no-direct-deploy.js';
import { pipelineIsConfirmed } from '../hard-rules/rule-4-pipeline-changes.js';
import { plusMs } from '../time.js';
import type { Verdict } from '../verdicts.js';
import type { Asked } from './asked.js';
import type { CheckResult, ReleaseEvent } from './events.js';
import { withResults } from './evolve-promotion.js';
import { endPromotion } from './promotion-end.js';
import { attemptOf } from './promotion.js';
import type { Attempt } from './state.js';

type AboutDeployment = Asked<'ClaimDeployment' | 'ReportDeployment' | 'ReportChecks'>;

const attempt = ({ release, command }: AboutDeployment): Attempt | undefined =>
  attemptOf(release, command.deployment);

const deploymentIsKnown: Condition<AboutDeployment> = guard('deployment-known', {}, (asked) =>
  attempt(asked)
    ? undefined
    : `this candidate has no deployment ${asked.command.deployment}, or another attempt has followed it`,
);

const deploymentHasNotEnded: Condition<AboutDeployment> = guard(
  'deployment-not-ended',
  {},
  (asked) => {
    const { phase, outcome = '' } = attempt(asked) ?? {};
    return phase === 'ended' ? `this deployment has ended: ${outcome}` : undefined;
  },
);

const deadlineHasNotPassed: Condition<AboutDeployment> = guard(
  'deadline-not-passed',
  {},
  (asked) => {
    const deadline = attempt(asked)?.deadline ?? '';
    return asked.at >= deadline
      ? `the deadline passed at ${deadline}; this is recorded as unanswered`
      : undefined;
  },
);

const isOpen = [deploymentIsKnown, deploymentHasNotEnded, deadlineHasNotPassed];

const deploymentIsUnclaimed: Condition<AboutDeployment> = guard(
  'deployment-unclaimed',
  {},
  (asked) =>
    attempt(asked)?.phase === 'requested'
      ? undefined
      : 'another deployer has claimed this deployment',
);

/** One deployer claims a deployment, never beside a pipeline change that was not confirmed; to production only inside the window. */
export function claimDeployment(asked: Asked<'ClaimDeployment'>): Decision<ReleaseEvent> {
  const open = attempt(asked);
  if (open?.claimedBy === asked.origin.actor && open.phase === 'deploying') return silence;
  const refusal =
    refuseAtFirst<AboutDeployment>([...isOpen, deploymentIsUnclaimed], asked) ??
    refuseAtFirst([pipelineIsConfirmed], asked) ??
    (open?.environment === 'production'
      ? refuseAtFirst([windowIsConfirmed, windowIsOpen], asked)
      : undefined);
  if (refusal || !open) return refusal ?? silence;
  const { deployment, environment } = open;
  return [{ type: 'DeploymentClaimed', data: { deployment, environment } }];
}

const reporterHasClaimed: Condition<AboutDeployment> = guard(
  'reporter-has-claimed',
  { from: 'deployer' },
  (asked) =>
    attempt(asked)?.claimedBy === asked.origin.actor
      ? undefined
      : 'a deployment is reported by the deployer who claimed it',
);

const deploymentIsAwaited: Condition<AboutDeployment> = guard('deployment-awaited', {}, (asked) =>
  attempt(asked)?.phase === 'deploying' ? undefined : 'this deployment was reported already',
);

export function reportDeployment(asked: Asked<'ReportDeployment'>): Decision<ReleaseEvent> {
  const { command, release, surroundings, at } = asked;
  const open = attempt(asked);
  if (open && alreadyReported(open, command.outcome)) return silence;
  const refusal = refuseAtFirst<AboutDeployment>(
    [...isOpen, reporterHasClaimed, deploymentIsAwaited],
    asked,
  );
  if (refusal || !open) return refusal ?? silence;
  const { outcome, evidence, deployment } = command;
  const { environment } = open;
  if (outcome === 'succeeded') {
    const verificationDeadline = plusMs(at, surroundings.deadlines.verificationMs);
    const data = { deployment, environment, outcome, evidence, verificationDeadline };
    return [{ type: 'DeploymentReported', data }];
  }
  const data = { deployment, environment, outcome, evidence, verificationDeadline: null };
  return [{ type: 'DeploymentReported', data }, ...endPromotion(release, open, outcome)];
}

const alreadyReported = (open: Attempt, outcome: string): boolean =>
  outcome === 'succeeded'
    ? open.phase === 'verifying'
    : open.phase === 'ended' && open.endedIn === 'deploying' && open.outcome === outcome;

const checksAreKnown: Condition<AboutDeployment & { command: { checks: readonly CheckResult[] } }> =
  guard('checks-known', {}, (asked) => {
    const known = checksOf(attempt(asked)?.environment ?? 'dev');
    const strange = asked.command.checks.filter(({ check }) => !known.includes(check));
    return strange.length > 0
      ? `no such check here: ${strange.map(({ check }) => check).join(', ')}; there are ${known.join(', ')}`
      : undefined;
  });

const verificationIsAwaited: Condition<AboutDeployment> = guard(
  'verification-awaited',
  { from: 'deployer' },
  (asked) =>
    attempt(asked)?.phase === 'verifying'
      ? undefined
      : 'report the deployment as succeeded before its checks',
);

/** It ends with the first check that failed, or when every required check has passed. */
export function reportChecks(asked: Asked<'ReportChecks'>): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const open = attempt(asked);
  if (open && saysNothingNew(open.checks, command.checks)) return silence;
  const refusal = refuseAtFirst<Asked<'ReportChecks'>>(
    [...isOpen, verificationIsAwaited, checksAreKnown],
    asked,
  );
  if (refusal || !open) return refusal ?? silence;
  const { deployment, environment } = open;
  const results = withResults(open.checks, command.checks);
  const verdict = verdictOf(checksOf(environment), results);
  return [
    { type: 'ChecksReported', data: { deployment, environment, checks: command.checks } },
    ...(verdict === 'inconclusive' ? [] : endPromotion(release, open, verdict)),
  ];
}

export const saysNothingNew = (
  known: Readonly<Record<string, Verdict>>,
  checks: readonly CheckResult[],
): boolean => checks.every(({ check, verdict }) => known[check] === verdict);

/** Of all required checks together; what was not reported is not known. */
export function verdictOf(
  required: readonly string[],
  results: Readonly<Record<string, Verdict>>,
): Verdict {
  if (required.some((check) => results[check] === 'failed')) return 'failed';
  return required.every((check) => results[check] === 'passed') ? 'passed' : 'inconclusive';
}
