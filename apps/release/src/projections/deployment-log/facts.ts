import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { changeLog } from './change.js';
import type { EventOf } from '../event-of.js';
import type { DeploymentLog, DeploymentLogRow, Grant, Moment, Preparation } from './row.js';

export const momentOf = ({ recordedAt, occurredAt }: Recorded<ReleaseEvent>): Moment =>
  occurredAt === undefined ? { recordedAt } : { recordedAt, occurredAt };

/** A candidate has one log; preparing it again follows a change of tickets or plan. */
export function prepared(
  row: DeploymentLogRow,
  event: EventOf<'DeploymentLogPrepared'>,
): DeploymentLogRow {
  const { candidate } = event.data;
  const preparation: Preparation = {
    revision: event.revision,
    ...momentOf(event),
    targeting: row.targetings.length - 1,
    planValidForHours: row.planValidForHours,
  };
  if (row.logs.some((log) => log.candidate === candidate))
    return changeLog(row, candidate, ({ preparations }) => ({
      preparations: [...preparations, preparation],
    }));
  const log: DeploymentLog = { candidate, preparations: [preparation], grants: [], attempts: [] };
  return { ...row, logs: [...row.logs, log] };
}

/** A voided authorization stays in the log when something was deployed on it: it is what that deployment rested on. */
export function grantsAfterVoiding({
  grants,
  attempts,
}: DeploymentLog): Pick<DeploymentLog, 'grants'> {
  const wasUsed = ({ of, revision }: Grant): boolean =>
    attempts.some(
      (attempt) =>
        attempt.revision > revision &&
        (of === 'production') === (attempt.environment === 'production'),
    );
  return { grants: grants.filter(wasUsed) };
}
