import type { Environment } from '@roadbook/decider';
import type { DeploymentPhase, LogResult, PromotionEvent, PromotionOutcome } from './events.js';
import type { Attempt, PlannedRelease } from './state.js';

/** The end of an attempt; in production, success closes the log. */
export function endPromotion(
  release: PlannedRelease,
  { deployment, environment, phase }: Attempt,
  outcome: PromotionOutcome,
): PromotionEvent[] {
  const candidate = release.candidate?.commit ?? '';
  const endedIn: DeploymentPhase = phase === 'ended' ? 'requested' : phase;
  return [
    {
      type: 'PromotionEnded',
      data: { deployment, environment, candidate, outcome, phase: endedIn },
    },
    ...(environment === 'production' && outcome === 'passed' ? closeLog(release, 'SUCCESS') : []),
  ];
}

/**
 * What starts the rollback by itself (protocol 3): a deployment to production or a check of it that failed, or a required check that had
 * not passed by the deadline. `phase` is where the deployment stood when it ended.
 */
export const needsRollback = ({
  environment,
  outcome,
  phase,
}: {
  readonly environment: Environment;
  readonly outcome?: PromotionOutcome;
  readonly phase?: DeploymentPhase;
}): boolean =>
  environment === 'production' &&
  phase !== 'requested' &&
  (outcome === 'failed' || (outcome === 'unanswered' && phase === 'verifying'));

/** A request that nobody has taken up is withdrawn; a claimed one runs to its end. */
export function withdrawUnclaimed(release: PlannedRelease, reason: string): PromotionEvent[] {
  const attempt = Object.values(release.candidate?.attempts ?? {}).find(
    ({ phase }) => phase === 'requested',
  );
  if (!attempt) return [];
  const { deployment, environment } = attempt;
  return [
    { type: 'DeploymentWithdrawn', data: { deployment, environment, reason } },
    ...endPromotion(release, attempt, 'withdrawn'),
  ];
}

/** A log closes once. */
export function closeLog({ candidate }: PlannedRelease, result: LogResult): PromotionEvent[] {
  return candidate?.log && !candidate.log.closed
    ? [{ type: 'DeploymentLogClosed', data: { candidate: candidate.commit, result } }]
    : [];
}
