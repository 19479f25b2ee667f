import { reportedTime } from '@roadbook/decider';
import type { ActorId, Recorded } from '@roadbook/decider';
import { standsOver } from '../verdicts.js';
import type { CheckResult, DataOf, RollbackEvent } from './events.js';
import type { StepResult } from './parts.js';

interface StandingCheck extends CheckResult {
  readonly at: string;
}

/** A rollback with everything that was reported of it. */
export interface RollbackInFull {
  readonly started: DataOf<'RollbackStarted'>;
  readonly startedAt: string;
  /** Who confirmed that the issue comes from the deployment. */
  readonly confirmedBy: ActorId;
  /** Every run of every step, in the order in which they were reported. */
  readonly steps: readonly StepResult[];
  /** The results that stand since the last step. */
  readonly checks: readonly StandingCheck[];
  readonly overrun: boolean;
  /** The events by which it ended, incomplete or complete, the latest last. */
  readonly ends: readonly string[];
  readonly acknowledged: boolean;
  readonly review: { readonly reviewAt: string; readonly note: string } | null;
}

export function evolveRollbackInFull(
  rollback: RollbackInFull | undefined,
  event: Recorded<RollbackEvent>,
): RollbackInFull | undefined {
  if (event.type === 'RollbackStarted')
    return {
      started: event.data,
      startedAt: event.recordedAt,
      confirmedBy: event.actor,
      steps: [],
      checks: [],
      overrun: false,
      ends: [],
      acknowledged: false,
      review: null,
    };
  return rollback && { ...rollback, ...whatItAdds(rollback, event) };
}

function whatItAdds(
  { steps, checks, ends }: RollbackInFull,
  event: Exclude<Recorded<RollbackEvent>, { type: 'RollbackStarted' }>,
): Partial<RollbackInFull> {
  switch (event.type) {
    case 'RollbackStepsReported':
      return { steps: [...steps, ...event.data.steps], checks: [] };
    case 'RollbackChecksReported':
      return { checks: event.data.checks.reduce(withResult(reportedTime(event)), checks) };
    case 'RollbackIncomplete':
    case 'RollbackCompleted':
      return { ends: [...ends, event.id] };
    case 'RollbackBudgetOverrun':
      return { overrun: true };
    case 'RollbackCommunicationAcknowledged':
      return { acknowledged: true };
    case 'RollbackReviewScheduled':
      return { review: { reviewAt: event.data.reviewAt, note: event.data.note } };
    default:
      return event satisfies never;
  }
}

const withResult =
  (at: string) =>
  (checks: readonly StandingCheck[], result: CheckResult): readonly StandingCheck[] => {
    const known = checks.find(({ check }) => check === result.check);
    if (!standsOver({ ...result, at }, known)) return checks;
    const standing = { ...result, at };
    return known ? checks.map((one) => (one === known ? standing : one)) : [...checks, standing];
  };
