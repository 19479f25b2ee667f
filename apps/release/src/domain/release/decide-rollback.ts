import type { Decision } from '@roadbook/decider';
import { askedIn } from './asked.js';
import type { Circumstances } from './asked.js';
import type { RollbackCommand } from './commands.js';
import type { ReleaseEvent } from './events.js';
import { acknowledgeRollbackCommunication, scheduleRollbackReview } from './rollback-aftermath.js';
import {
  overrunRollbackBudget,
  reportRollbackChecks,
  reportRollbackSteps,
  startRollback,
} from './rollback.js';

/** What undoes a release in production. */
export function decideRollback(
  command: RollbackCommand,
  circumstances: Circumstances,
): Decision<ReleaseEvent> {
  const asked = askedIn(circumstances);
  switch (command.type) {
    case 'StartRollback':
      return startRollback(asked(command.data));
    case 'ReportRollbackSteps':
      return reportRollbackSteps(asked(command.data));
    case 'ReportRollbackChecks':
      return reportRollbackChecks(asked(command.data));
    case 'OverrunRollbackBudget':
      return overrunRollbackBudget(asked(command.data));
    case 'AcknowledgeRollbackCommunication':
      return acknowledgeRollbackCommunication(asked(command.data));
    case 'ScheduleRollbackReview':
      return scheduleRollbackReview(asked(command.data));
    default:
      return command satisfies never;
  }
}
