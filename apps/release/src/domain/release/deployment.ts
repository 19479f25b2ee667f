import { guard, refuse, refuseAtFirst, refuseUnlessAll, silence, plusMs } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { answersAreFresh, answersFor } from '../environment-answers/fresh.js';
import { claimConditions } from '../eligibility.js';
import { checksOf } from '../environments.js';
import type { Asked } from './asked.js';
import { attemptOf } from './attempts.js';
import type { ReleaseEvent } from './events.js';
import { evidenceIsGiven } from './guards.js';
import {
  checksAreKnown,
  checksHaveEvidence,
  repeatsChecks,
  verdictOf,
  withResults,
} from './checks.js';
import { reportersTime } from './reported-before.js';
import { afterTheEnd, overturned } from './late-verdicts.js';
import { endPromotion } from './promotion-end.js';
import type { Attempt } from './state.js';

type AboutDeployment = Asked<'ClaimDeployment' | 'ReportDeployment' | 'ReportChecks'>;

const attempt = ({ release, command }: AboutDeployment): Attempt | undefined =>
  attemptOf(release, command.deployment);

const deploymentIsKnown: Condition<AboutDeployment> = guard('deployment-known', {}, (asked) =>
  attempt(asked) ? undefined : `this release has no deployment ${asked.command.deployment}`,
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

const deploymentIsUnclaimed: Condition<AboutDeployment> = guard(
  'deployment-unclaimed',
  {},
  (asked) =>
    attempt(asked)?.phase === 'requested'
      ? undefined
      : 'a deployer has claimed this deployment already',
);

/** One deployer claims a deployment, as long as everything that it was requested on still holds. */
export function claimDeployment(asked: Asked<'ClaimDeployment'>): Decision<ReleaseEvent> {
  const { surroundings, at } = asked;
  const open = attempt(asked);
  if (!open) return refuse(deploymentIsKnown, asked);
  if (open.claimedBy === asked.origin.actor && open.phase === 'deploying') return silence;
  const { deployment, environment } = open;
  return (
    refuseAtFirst<AboutDeployment>(
      [deploymentHasNotEnded, deadlineHasNotPassed, deploymentIsUnclaimed],
      asked,
    ) ??
    refuseUnlessAll(claimConditions(environment), { ...asked, environment }) ??
    refuseAtFirst([answersAreFresh], {
      answers: answersFor(environment, surroundings),
      deployment,
      at,
    }) ?? [{ type: 'DeploymentClaimed', data: { deployment, environment } }]
  );
}

const reporterHasClaimed: Condition<AboutDeployment> = guard(
  'reporter-has-claimed',
  { from: 'deployer' },
  (asked) =>
    attempt(asked)?.claimedBy === asked.origin.actor
      ? undefined
      : 'a deployment is reported by the deployer who claimed it',
);

/** The first report of an attempt stands. What comes out behind it is a check, or belongs to another attempt. */
const deploymentIsAwaited: Condition<AboutDeployment> = guard('deployment-awaited', {}, (asked) => {
  const reported = attempt(asked)?.reported;
  if (reported === undefined) return undefined;
  const instead =
    reported === 'succeeded'
      ? 'report the checks that fail instead'
      : 'a new try is another deployment';
  return `this deployment was reported as ${reported} already, and that report stands; ${instead}`;
});

/** What comes after the end is on record and passes nothing. */
export function reportDeployment(asked: Asked<'ReportDeployment'>): Decision<ReleaseEvent> {
  const { command, release, surroundings, at } = asked;
  const open = attempt(asked);
  if (!open) return refuse(deploymentIsKnown, asked);
  if (open.reported === command.outcome) return silence;
  const refusal = refuseAtFirst<Asked<'ReportDeployment'>>(
    [reporterHasClaimed, deploymentIsAwaited, evidenceIsGiven],
    asked,
  );
  if (refusal) return refusal;
  const { outcome, evidence, deployment } = command;
  const { environment } = open;
  const late = afterTheEnd(release, open, at);
  if (outcome === 'succeeded' && !late) {
    const verificationDeadline = plusMs(at, surroundings.deadlines.verificationMs);
    const data = { deployment, environment, outcome, evidence, verificationDeadline };
    return [{ type: 'DeploymentReported', data }];
  }
  const data = { deployment, environment, outcome, evidence, verificationDeadline: null };
  const report: ReleaseEvent = { type: 'DeploymentReported', data };
  if (late) {
    const verdict = outcome === 'failed' ? 'failed' : 'inconclusive';
    return [...late.missed, report, ...overturned(asked, late.attempt, verdict)];
  }
  return outcome === 'succeeded' ? [report] : [report, ...endPromotion(release, open, outcome)];
}

const verificationIsAwaited: Condition<AboutDeployment> = guard(
  'verification-awaited',
  { from: 'deployer' },
  (asked) =>
    attempt(asked)?.reported === 'succeeded'
      ? undefined
      : 'report the deployment as succeeded before its checks',
);

/** It ends with the first check that failed, or when every required check has passed. A check that comes later is on record too. */
export function reportChecks(asked: Asked<'ReportChecks'>): Decision<ReleaseEvent> {
  const { command, release, origin } = asked;
  const { deployment, checks } = command;
  const open = attempt(asked);
  if (!open) return refuse(deploymentIsKnown, asked);
  if (repeatsChecks(asked, deployment, checks)) return silence;
  const required = checksOf(open.environment);
  const refusal =
    refuseAtFirst<AboutDeployment>([verificationIsAwaited], asked) ??
    refuseAtFirst([checksAreKnown, checksHaveEvidence], { results: checks, required });
  if (refusal) return refusal;
  const verdict = verdictOf(required, withResults(open.checks, checks, reportersTime(origin)));
  const data = { deployment, environment: open.environment, checks };
  const report: ReleaseEvent = { type: 'ChecksReported', data };
  const late = afterTheEnd(release, open, asked.at);
  if (late) return [...late.missed, report, ...overturned(asked, late.attempt, verdict)];
  return verdict === 'inconclusive' ? [report] : [report, ...endPromotion(release, open, verdict)];
}
