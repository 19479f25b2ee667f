import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import type { Ticket } from '../../domain/tickets.js';
import { applyToAttempt, entryOpened } from './attempts.js';
import { changeLog } from './change.js';
import type { EventOf } from '../event-of.js';
import { grantsAfterVoiding, prepared } from './facts.js';
import type { DeploymentLogRow, Grant, TicketLine } from './row.js';

/**
 * The deployment logs of a release after one more event of its stream; the very same row when the event says nothing about them.
 * `undefined` until the release is planned.
 */
export function applyToDeploymentLog(
  row: DeploymentLogRow | undefined,
  event: Recorded<ReleaseEvent>,
): DeploymentLogRow | undefined {
  return event.type === 'ReleasePlanned' ? planned(event) : row && applyToRow(row, event);
}

function applyToRow(row: DeploymentLogRow, event: Recorded<ReleaseEvent>): DeploymentLogRow {
  switch (event.type) {
    case 'TicketsRetargeted':
      return { ...row, targetings: [...row.targetings, linesOf(event.data.tickets)] };
    case 'RollbackPlanWritten':
      return { ...row, planValidForHours: event.data.validForHours };
    case 'DeploymentLogPrepared':
      return prepared(row, event);
    case 'PromotionAuthorized':
    case 'ProductionAuthorized':
      return authorized(row, event);
    case 'AuthorizationsVoided':
      return changeLog(row, event.data.candidate, grantsAfterVoiding);
    case 'DeploymentLogEntryOpened':
      return entryOpened(row, event);
    case 'DeploymentClaimed':
    case 'DeploymentReported':
    case 'ChecksReported':
    case 'DeadlineMissed':
    case 'DeploymentWithdrawn':
    case 'PromotionEnded':
    case 'PromotionOverturned':
    case 'FailureDiagnosed':
      return applyToAttempt(row, event);
    case 'RollbackStarted':
      return changeLog(row, event.data.candidate, () => ({
        rollback: { revision: event.revision, rollback: event.data.rollback },
      }));
    case 'DeploymentLogClosed':
      return closed(row, event);
    default:
      return row;
  }
}

function planned({ data }: EventOf<'ReleasePlanned'>): DeploymentLogRow {
  const { project, version, kind, tickets } = data;
  return {
    project,
    version,
    kind,
    targetings: [linesOf(tickets)],
    planValidForHours: null,
    logs: [],
  };
}

const linesOf = (tickets: readonly Ticket[]): TicketLine[] =>
  tickets.map(({ id, title, type }) => ({ id, title, type }));

function authorized(
  row: DeploymentLogRow,
  event: EventOf<'PromotionAuthorized' | 'ProductionAuthorized'>,
): DeploymentLogRow {
  const grant: Grant = {
    revision: event.revision,
    of: event.type === 'ProductionAuthorized' ? 'production' : 'promotion',
    by: event.actor,
    at: reportedTime(event),
  };
  return changeLog(row, event.data.candidate, ({ grants }) => ({ grants: [...grants, grant] }));
}

function closed(row: DeploymentLogRow, event: EventOf<'DeploymentLogClosed'>): DeploymentLogRow {
  const { revision, commandId, data } = event;
  return changeLog(row, data.candidate, () => ({
    closed: { revision, commandId, result: data.result },
  }));
}
