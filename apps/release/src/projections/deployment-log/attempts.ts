import { reportedTime } from '@roadbook/decider';
import type { EventOf } from '../event-of.js';
import { standingChecks } from '../standing-checks.js';
import { changeAttempt, changeLog } from './change.js';
import { momentOf } from './facts.js';
import { asItStands } from './as-of.js';
import type { Afterwards, Attempt, DeploymentLogRow } from './row.js';

type AttemptEvent = EventOf<
  | 'DeploymentClaimed'
  | 'DeploymentReported'
  | 'ChecksReported'
  | 'DeadlineMissed'
  | 'DeploymentWithdrawn'
  | 'PromotionEnded'
  | 'PromotionOverturned'
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
    case 'DeploymentReported':
    case 'ChecksReported': {
      const reported = whatWasReported(asItStands(attempt), event);
      return attempt.ended ? withAfterwards(attempt, { revision, ...reported }) : reported;
    }
    case 'DeadlineMissed':
      return { missed: event.data.deadline };
    case 'DeploymentWithdrawn':
      return { withdrawnBecause: event.data.reason };
    case 'PromotionEnded': {
      const { outcome, phase } = event.data;
      return { ended: { revision, commandId, ...momentOf(event), outcome, phase } };
    }
    case 'PromotionOverturned':
      return withAfterwards(attempt, { revision, outcome: event.data.outcome });
    case 'FailureDiagnosed': {
      const { diagnosis, resolution } = event.data;
      return { diagnosed: { revision, diagnosis, resolution } };
    }
    default:
      return event satisfies never;
  }
}

function whatWasReported(
  { checks }: Attempt,
  event: EventOf<'DeploymentReported' | 'ChecksReported'>,
): Partial<Attempt> {
  const at = reportedTime(event);
  if (event.type === 'ChecksReported')
    return { checks: standingChecks(checks, event.data.checks, at) };
  const { outcome, evidence } = event.data;
  return { reported: { at, outcome, evidence } };
}

const withAfterwards = ({ afterwards = [] }: Attempt, more: Afterwards): Partial<Attempt> => ({
  afterwards: [...afterwards, more],
});
