import { reportedTime } from '@roadbook/decider';
import type { EventOf } from '../event-of.js';
import { standingChecks } from '../standing-checks.js';
import { changeAttempt, changeLog } from './change.js';
import { momentOf } from './facts.js';
import type { Attempt, DeploymentLogRow } from './row.js';

type AttemptEvent = EventOf<
  | 'DeploymentClaimed'
  | 'DeploymentReported'
  | 'ChecksReported'
  | 'DeadlineMissed'
  | 'DeploymentWithdrawn'
  | 'PromotionEnded'
  | 'FailureDiagnosed'
>;

export function entryOpened(
  row: DeploymentLogRow,
  event: EventOf<'DeploymentLogEntryOpened'>,
): DeploymentLogRow {
  const { deployment, environment, attempt, candidate } = event.data;
  const entry: Attempt = {
    revision: event.revision,
    ...momentOf(event),
    deployment,
    environment,
    attempt,
    requestedBy: event.actor,
    checks: [],
  };
  return changeLog(row, candidate, ({ attempts }) => ({ attempts: [...attempts, entry] }));
}

export const applyToAttempt = (row: DeploymentLogRow, event: AttemptEvent): DeploymentLogRow =>
  changeAttempt(row, event.data.deployment, (attempt) => whatItAdds(attempt, event));

function whatItAdds(attempt: Attempt, event: AttemptEvent): Partial<Attempt> {
  const { revision, commandId } = event;
  switch (event.type) {
    case 'DeploymentClaimed':
      return { claimedAt: reportedTime(event) };
    case 'DeploymentReported': {
      const { outcome, evidence } = event.data;
      return { reported: { at: reportedTime(event), outcome, evidence } };
    }
    case 'ChecksReported':
      return { checks: standingChecks(attempt.checks, event.data.checks, reportedTime(event)) };
    case 'DeadlineMissed':
      return { missed: event.data.deadline };
    case 'DeploymentWithdrawn':
      return { withdrawnBecause: event.data.reason };
    case 'PromotionEnded': {
      const { outcome, phase } = event.data;
      return { ended: { revision, commandId, ...momentOf(event), outcome, phase } };
    }
    case 'FailureDiagnosed': {
      const { diagnosis, resolution } = event.data;
      return { diagnosed: { revision, diagnosis, resolution } };
    }
    default:
      return event satisfies never;
  }
}
