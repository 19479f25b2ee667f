import type { PlannedRelease } from '../../domain/release/state.js';
import type { RollbackMethod } from '../../domain/release/parts.js';
import type { Verdict } from '../../domain/verdicts.js';

/** The rollback plan that stands. */
export interface PlanView {
  /** Its digest. */
  readonly plan: string;
  readonly method: RollbackMethod;
  /** How long after the deployment it is meant to work. */
  readonly validForHours: number;
  /** The cto's review; null before. */
  readonly review: Verdict | null;
  /** How the latest rehearsal of this very plan with this candidate ended; null before. */
  readonly rehearsal: { readonly verdict: Verdict; readonly durationSeconds: number } | null;
}

export function planView({ plan, rehearsal, candidate }: PlannedRelease): PlanView | null {
  if (!plan) return null;
  const counts = rehearsal?.plan === plan.plan && rehearsal.candidate === candidate?.commit;
  const ended = counts ? rehearsal.ended : undefined;
  return {
    plan: plan.plan,
    method: plan.method,
    validForHours: plan.validForHours,
    review: plan.review?.verdict ?? null,
    rehearsal: ended ? { verdict: ended.verdict, durationSeconds: ended.durationSeconds } : null,
  };
}

export interface RollbackView {
  readonly rollback: string;
  readonly state: 'under-way' | 'completed';
  readonly usersAffected: boolean;
  /** Whether the cco acknowledged that the affected users were told. */
  readonly acknowledged: boolean;
  readonly reviewAt: string | null;
}

export function rollbackView({ rollback: of }: PlannedRelease): RollbackView | null {
  if (of.is === 'none') return null;
  const { rollback, is: state, usersAffected, acknowledged, reviewAt = null } = of;
  return { rollback, state, usersAffected, acknowledged, reviewAt };
}
