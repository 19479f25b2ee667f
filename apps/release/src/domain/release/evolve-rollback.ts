import type { Recorded } from '@roadbook/decider';
import type { RollbackEvent } from './events.js';
import { withResults } from './evolve-promotion.js';
import type { StepResult } from './parts.js';
import type { PlannedRelease, RollbackUnderWay } from './state.js';

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
          budgetEndsAt: event.data.budgetEndsAt,
          usersAffected: event.data.usersAffected,
          acknowledged: false,
          overrun: false,
          steps: [],
          checks: {},
        },
      };
    case 'RollbackStepsReported':
      return underWay(release, ({ steps }) => ({ steps: repeated(steps, event.data.steps) }));
    case 'RollbackChecksReported':
      return underWay(release, ({ checks }) => ({
        checks: withResults(checks, event.data.checks),
      }));
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
