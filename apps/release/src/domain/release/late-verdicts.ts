import type { Standpoint } from '../hard-rules/standpoint.js';
import type { Verdict } from '../verdicts.js';
import type { PromotionEvent } from './events.js';
import { deadlineMissed, needsRollback } from './promotion-end.js';
import type { Attempt, PlannedRelease } from './state.js';

/**
 * What is reported of an attempt after its end (docs/decisions/0014). It is on record in any case. Where it says that something failed
 * which counted as passed, or that stands in production, it withdraws how the attempt had ended.
 */
export interface AfterTheEnd {
  /** What its deadline leaves behind, where that has passed and nobody had recorded it yet. */
  readonly missed: readonly PromotionEvent[];
  readonly attempt: Attempt;
}

/** `undefined` while the attempt is under way. */
export function afterTheEnd(
  release: PlannedRelease,
  attempt: Attempt,
  at: string,
): AfterTheEnd | undefined {
  if (attempt.phase === 'ended') return { missed: [], attempt };
  const missed = deadlineMissed(release, attempt, at);
  const ended = { phase: 'ended', endedIn: attempt.phase, outcome: 'unanswered' } as const;
  return missed.length > 0 ? { missed, attempt: { ...attempt, ...ended } } : undefined;
}

/** `verdict` is what stands of the attempt now, with what came late. */
export function overturned(
  standpoint: Standpoint,
  attempt: Attempt,
  verdict: Verdict,
): PromotionEvent[] {
  const { deployment, environment, endedIn: phase = 'requested' } = attempt;
  const outcome =
    environment === 'production'
      ? inProduction(standpoint, attempt, verdict)
      : beforeProduction(standpoint, attempt, verdict);
  const candidate = standpoint.release.candidate?.commit ?? '';
  return outcome
    ? [
        {
          type: 'PromotionOverturned',
          data: { deployment, environment, candidate, outcome, phase },
        },
      ]
    : [];
}

/** Only what is passed lets the next environment start; what is not known counts as not passed. */
function beforeProduction(
  { release }: Standpoint,
  attempt: Attempt,
  verdict: Verdict,
): 'failed' | 'unanswered' | undefined {
  if (release.stage !== 'on-the-road' || !isLatest(release, attempt)) return undefined;
  if (attempt.outcome !== 'passed' || verdict === 'passed') return undefined;
  return verdict === 'failed' ? 'failed' : 'unanswered';
}

/** What stands there is rolled back when it failed, once. */
function inProduction(
  standpoint: Standpoint,
  attempt: Attempt,
  verdict: Verdict,
): 'failed' | undefined {
  const known = needsRollback({ ...attempt, phase: attempt.endedIn });
  return verdict === 'failed' && !known && standsThere(standpoint, attempt) ? 'failed' : undefined;
}

const isLatest = ({ candidate }: PlannedRelease, { environment, deployment }: Attempt): boolean =>
  candidate?.attempts[environment]?.deployment === deployment;

function standsThere({ release, surroundings: { road } }: Standpoint, attempt: Attempt): boolean {
  if (!isLatest(release, attempt)) return false;
  const { version, stage } = release;
  const standing = [road.standing?.version, road.claims.production?.version].includes(version);
  return stage === 'on-the-road' || (stage === 'live' && standing);
}
