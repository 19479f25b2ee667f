import type { ActorId, Environment } from '@roadbook/decider';
import { checksOf, paths } from '../../domain/environments.js';
import type { DeploymentPhase, PromotionOutcome } from '../../domain/release/events.js';
import type { Attempt, PlannedRelease } from '../../domain/release/state.js';
import type { Verdict } from '../../domain/verdicts.js';

/** An environment on the path of a release, with the latest deployment of its candidate there. Times are recorded times. */
export interface StopView {
  readonly environment: Environment;
  /** Where that deployment stands, or how it ended. */
  readonly state: 'not-reached' | DeploymentPhase | PromotionOutcome;
  readonly deployment: string | null;
  /** Counts from 1. */
  readonly attempt: number | null;
  readonly claimedBy: ActorId | null;
  /** Until when something is awaited; null when nothing is. */
  readonly deadline: string | null;
  readonly deployedAt: string | null;
  readonly endedAt: string | null;
  /** True when the diagnosis and resolution of its failure are recorded. */
  readonly diagnosed: boolean;
  /** Every required check, with the verdict that stands; null where none was reported. */
  readonly checks: readonly { readonly check: string; readonly verdict: Verdict | null }[];
}

export const pathView = ({ kind, candidate }: PlannedRelease): StopView[] =>
  paths[kind].map((environment) => stopView(environment, candidate?.attempts[environment]));

const stopView = (environment: Environment, attempt: Attempt | undefined): StopView => ({
  environment,
  state: stateOf(attempt),
  deployment: attempt?.deployment ?? null,
  attempt: attempt?.attempt ?? null,
  claimedBy: attempt?.claimedBy ?? null,
  deadline: attempt && attempt.phase !== 'ended' ? attempt.deadline : null,
  deployedAt: attempt?.deployedAt ?? null,
  endedAt: attempt?.endedAt ?? null,
  diagnosed: attempt?.diagnosed !== undefined,
  checks: checksOf(environment).map((check) => ({
    check,
    verdict: attempt?.checks.get(check)?.verdict ?? null,
  })),
});

function stateOf(attempt: Attempt | undefined): StopView['state'] {
  if (!attempt) return 'not-reached';
  return attempt.phase === 'ended' ? (attempt.outcome ?? 'not-reached') : attempt.phase;
}
