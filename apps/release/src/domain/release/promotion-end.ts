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
