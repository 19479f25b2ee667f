import { reportedTime } from '@roadbook/decider';
import type { ActorId, Recorded } from '@roadbook/decider';
import { candidateDeployedBy } from './attempts.js';
import { checkKeys, withResults } from './checks.js';
import type { DataOf, PromotionEvent } from './events.js';
import { onCandidate } from './evolve-candidate.js';
import { nowSeen } from './reported-before.js';
import type { Attempt, PlannedRelease, Stage } from './state.js';

export function evolvePromotion(
  release: PlannedRelease,
  event: Recorded<PromotionEvent>,
): PlannedRelease {
  switch (event.type) {
    case 'DeploymentRequested':
      return requested(release, event.data, event.id);
    case 'DeploymentLogEntryOpened':
      return release;
    case 'ClaimAbandoned':
      return { ...release, abandonedClaims: [...release.abandonedClaims, event.data.claim] };
    case 'DeploymentClaimed':
      return claimed(release, event.data, event.actor);
    case 'DeploymentReported':
      return deploymentReported(release, event.data, event.recordedAt);
    case 'ChecksReported':
      return checksReported(release, event.data, reportedTime(event));
    case 'DeadlineMissed':
    case 'DeploymentWithdrawn':
      return release;
    case 'PromotionEnded':
      return onAttempt({ ...release, stage: stageAfter(release, event.data) }, event.data, () => ({
        phase: 'ended',
        outcome: event.data.outcome,
        endedIn: event.data.phase,
        endedAt: event.recordedAt,
        event: event.id,
      }));
    case 'PromotionOverturned':
      return onAttempt(release, event.data, () => ({
        outcome: event.data.outcome,
        event: event.id,
      }));
    case 'FailureDiagnosed':
      return onAttempt(release, event.data, () => ({ diagnosed: event.id }));
    case 'DeploymentLogClosed':
      return onCandidate(release, event.data.candidate, ({ log }) => ({
        log: log && { ...log, closed: true },
      }));
    default:
      return event satisfies never;
  }
}

function requested(
  release: PlannedRelease,
  data: DataOf<'DeploymentRequested'>,
  event: string,
): PlannedRelease {
  const { deployment, environment, attempt, deadline, candidate } = data;
  const begun: Attempt = {
    deployment,
    environment,
    attempt,
    deadline,
    phase: 'requested',
    checks: new Map(),
    event,
  };
  return onCandidate(
    { ...release, productionStarted: release.productionStarted || environment === 'production' },
    candidate,
    ({ attempts }) => ({
      attempts: { ...attempts, [environment]: { ...begun, before: attempts[environment] } },
    }),
  );
}

function claimed(
  release: PlannedRelease,
  data: DataOf<'DeploymentClaimed'>,
  claimedBy: ActorId,
): PlannedRelease {
  const productionTouched = release.productionTouched || data.environment === 'production';
  return onAttempt({ ...release, productionTouched }, data, () => ({
    phase: 'deploying',
    claimedBy,
  }));
}

/** A report that comes after the end is on record and reopens nothing. */
const deploymentReported = (
  release: PlannedRelease,
  data: DataOf<'DeploymentReported'>,
  deployedAt: string,
): PlannedRelease =>
  onAttempt(release, data, ({ phase, deadline }) => ({
    reported: data.outcome,
    deployedAt,
    phase: phase === 'ended' ? 'ended' : 'verifying',
    deadline: data.verificationDeadline ?? deadline,
  }));

const checksReported = (
  release: PlannedRelease,
  data: DataOf<'ChecksReported'>,
  at: string,
): PlannedRelease =>
  onAttempt(nowSeen(release, checkKeys(data.deployment, data.checks, at)), data, ({ checks }) => ({
    checks: withResults(checks, data.checks, at),
  }));

function onAttempt(
  release: PlannedRelease,
  { environment, deployment }: Pick<Attempt, 'environment' | 'deployment'>,
  change: (attempt: Attempt) => Partial<Attempt>,
): PlannedRelease {
  const candidate = candidateDeployedBy(release, deployment);
  const changed = (attempt: Attempt | undefined): Attempt | undefined => {
    if (attempt?.deployment === deployment) return { ...attempt, ...change(attempt) };
    return attempt && { ...attempt, before: changed(attempt.before) };
  };
  return candidate
    ? onCandidate(release, candidate.commit, ({ attempts }) => ({
        attempts: { ...attempts, [environment]: changed(attempts[environment]) },
      }))
    : release;
}

const stageAfter = (
  { stage }: PlannedRelease,
  { environment, outcome }: DataOf<'PromotionEnded'>,
): Stage => (environment === 'production' && outcome === 'passed' ? 'live' : stage);
