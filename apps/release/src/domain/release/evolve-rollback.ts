import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import { checkKeys, withResults } from './checks.js';
import type { DataOf, RollbackEvent } from './events.js';
import type { StepResult } from './parts.js';
import { nowSeen, stepKey } from './reported-before.js';
import type { PlannedRelease, RollbackUnderWay } from './state.js';
import { spanOf } from './steps.js';

export function evolveRollback(
  release: PlannedRelease,
  event: Recorded<RollbackEvent>,
): PlannedRelease {
  switch (event.type) {
    case 'RollbackStarted':
      return {
        ...release,
        stage: 'rolling-back',
        rollback: {
          is: 'under-way',
          rollback: event.data.rollback,
          restores: event.data.restores,
          startedAt: event.recordedAt,
          begunAt: reportedTime(event),
          budgetEndsAt: event.data.budgetEndsAt,
          usersAffected: event.data.usersAffected,
          acknowledged: false,
          overrun: false,
          steps: [],
          checks: new Map(),
        },
      };
    case 'RollbackStepsReported':
      return stepsReported(release, event.data);
    case 'RollbackChecksReported':
      return checksReported(release, event.data, reportedTime(event));
    case 'RollbackIncomplete':
      return release;
    case 'RollbackBudgetOverrun':
      return underWay(release, () => ({ overrun: true }));
    case 'RollbackCompleted':
      return completed(release);
    case 'RollbackCommunicationAcknowledged':
      return onRollback(release, { acknowledged: true });
    case 'RollbackReviewScheduled':
      return onRollback(release, { reviewAt: event.data.reviewAt });
    default:
      return event satisfies never;
  }
}

/** What was checked before a step was done again says nothing about what stands there now. */
function stepsReported(
  release: PlannedRelease,
  { rollback, steps: results }: DataOf<'RollbackStepsReported'>,
): PlannedRelease {
  const seen = nowSeen(
    release,
    results.map((step) => stepKey(rollback, step)),
  );
  return underWay(seen, ({ steps, carriedOut }) => ({
    steps: repeated(steps, results),
    carriedOut: spanOf(results, carriedOut),
    checks: new Map(),
  }));
}

const checksReported = (
  release: PlannedRelease,
  { rollback, checks: results }: DataOf<'RollbackChecksReported'>,
  at: string,
): PlannedRelease =>
  underWay(nowSeen(release, checkKeys(rollback, results, at)), ({ checks }) => ({
    checks: withResults(checks, results, at),
  }));

function underWay(
  release: PlannedRelease,
  change: (rollback: RollbackUnderWay) => Partial<RollbackUnderWay>,
): PlannedRelease {
  const { rollback } = release;
  if (rollback.is !== 'under-way') return release;
  return { ...release, rollback: { ...rollback, ...change(rollback) } };
}

function completed(release: PlannedRelease): PlannedRelease {
  if (release.rollback.is !== 'under-way') return release;
  const { rollback, usersAffected, acknowledged, reviewAt } = release.rollback;
  return {
    ...release,
    stage: 'rolled-back',
    rollback: { is: 'completed', rollback, usersAffected, acknowledged, reviewAt },
  };
}

function onRollback(
  release: PlannedRelease,
  change: { acknowledged: true } | { reviewAt: string },
): PlannedRelease {
  const { rollback } = release;
  return rollback.is === 'none' ? release : { ...release, rollback: { ...rollback, ...change } };
}

/** A step that is reported again replaces its earlier result and all that came after it. */
const repeated = (
  steps: readonly StepResult[],
  results: readonly StepResult[],
): readonly StepResult[] => {
  const from = results[0]?.step ?? Number.POSITIVE_INFINITY;
  return [...steps.filter(({ step }) => step < from), ...results];
};
