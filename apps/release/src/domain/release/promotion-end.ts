import type { Environment } from '../environments.js';
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

/** The end of an attempt whose deadline has passed and that has not ended yet. */
export function deadlineMissed(
  release: PlannedRelease,
  attempt: Attempt,
  at: string,
): PromotionEvent[] {
  const { deployment, environment, phase, deadline } = attempt;
  if (phase === 'ended' || at < deadline) return [];
  return [
    { type: 'DeadlineMissed', data: { deployment, environment, phase, deadline } },
    ...endPromotion(release, attempt, 'unanswered'),
  ];
}

/** `phase` is where the deployment stood when it ended. */
interface HowItEnded {
  readonly environment: Environment;
  readonly outcome?: PromotionOutcome;
  readonly phase?: DeploymentPhase;
}

/**
 * What starts the rollback by itself (protocol 3): a deployment to production or a check of it that failed, or a required check that had
 * not passed by the deadline.
 */
export const needsRollback = ({ environment, outcome, phase }: HowItEnded): boolean =>
  environment === 'production' &&
  phase !== 'requested' &&
  (outcome === 'failed' || (outcome === 'unanswered' && phase === 'verifying'));

/** What stands in production is not known: it stays with this release until its next attempt or its rollback. */
export const keepsEnvironment = ({ environment, outcome, phase }: HowItEnded): boolean =>
  environment === 'production' && phase !== 'requested' && outcome !== 'passed';

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
