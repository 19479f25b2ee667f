import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import type { RollbackPlan } from '../../domain/release/parts.js';
import type { EventOf } from '../event-of.js';
import { standingChecks } from '../standing-checks.js';
import type { Act, PlanLine, Rollback, RollbackReportRow } from './row.js';

/**
 * What the rollback report of a release is made of, after one more event of its stream; the very same row when the event says
 * nothing about it. `undefined` until the release is planned.
 */
export function applyToRollbackReport(
  row: RollbackReportRow | undefined,
  event: Recorded<ReleaseEvent>,
): RollbackReportRow | undefined {
  if (event.type === 'ReleasePlanned') {
    const { project, version } = event.data;
    return { project, version, plan: null, rollback: null };
  }
  return row && applyToRow(row, event);
}

function applyToRow(row: RollbackReportRow, event: Recorded<ReleaseEvent>): RollbackReportRow {
  switch (event.type) {
    case 'RollbackPlanWritten':
      return { ...row, plan: lineOf(event.data) };
    case 'RollbackStarted':
      return { ...row, rollback: started(row.plan, event) };
    case 'RollbackStepsReported':
    case 'RollbackChecksReported':
    case 'RollbackIncomplete':
    case 'RollbackBudgetOverrun':
    case 'RollbackCompleted':
    case 'RollbackCommunicationAcknowledged':
    case 'RollbackReviewScheduled':
      return row.rollback
        ? { ...row, rollback: { ...row.rollback, ...whatItAdds(row.rollback, event) } }
        : row;
    default:
      return row;
  }
}

function started(written: PlanLine | null, event: EventOf<'RollbackStarted'>): Rollback {
  const { plan, ...data } = event.data;
  return {
    ...data,
    started: actOf(event),
    startedAt: event.recordedAt,
    plan: written ?? { plan, actions: [], validForHours: 0 },
    overrun: false,
    steps: [],
    checks: [],
    outcome: { is: 'under-way' },
    communication: null,
    review: null,
  };
}

function whatItAdds(
  { steps, checks }: Rollback,
  event: EventOf<
    | 'RollbackStepsReported'
    | 'RollbackChecksReported'
    | 'RollbackIncomplete'
    | 'RollbackBudgetOverrun'
    | 'RollbackCompleted'
    | 'RollbackCommunicationAcknowledged'
    | 'RollbackReviewScheduled'
  >,
): Partial<Rollback> {
  const at = reportedTime(event);
  switch (event.type) {
    // Whoever goes on reporting goes on with the rollback; when it is still incomplete, the same append says so.
    case 'RollbackStepsReported':
      return {
        steps: [...steps, ...event.data.steps],
        checks: [],
        outcome: { is: 'under-way' },
      };
    case 'RollbackChecksReported':
      return {
        checks: standingChecks(checks, event.data.checks, at),
        outcome: { is: 'under-way' },
      };
    case 'RollbackIncomplete':
      return { outcome: { is: 'incomplete', because: event.data.because, at, event: event.id } };
    case 'RollbackBudgetOverrun':
      return { overrun: true };
    case 'RollbackCompleted': {
      const { durationSeconds, withinBudget } = event.data;
      const { id, recordedAt } = event;
      const end = { at, event: id, recordedAt };
      return { outcome: { is: 'completed', ...end, durationSeconds, withinBudget } };
    }
    case 'RollbackCommunicationAcknowledged':
      return { communication: { ...actOf(event), note: event.data.note } };
    case 'RollbackReviewScheduled':
      return { review: { at: event.data.reviewAt, note: event.data.note } };
    default:
      return event satisfies never;
  }
}

const actOf = (event: Recorded<ReleaseEvent>): Act => ({
  by: event.actor,
  role: event.role,
  at: reportedTime(event),
});

const lineOf = ({
  plan,
  steps,
  verification,
  validForHours,
}: RollbackPlan & { plan: string }): PlanLine => ({
  plan,
  actions: [...steps, verification].map(({ action }) => action),
  validForHours,
});
