import { reportedTime, environments } from '@roadbook/decider';
import type { ActorId, Environment } from '@roadbook/decider';
import type { ReleaseKind } from '../../domain/environments.js';
import type { LogResult } from '../../domain/release/events.js';
import type {
  Attempt,
  DeploymentLog,
  DeploymentLogRow,
  TicketLine,
} from '../../projections/deployment-log/row.js';
import { authorizedBy } from '../authorized-by.js';
import type { AuthorizedBy } from '../authorized-by.js';
import { productionChecks } from '../checks.js';
import type { ShownCheck } from '../checks.js';
import { durationOf } from './duration.js';
import type { LogDuration } from './duration.js';
import { promotionPath } from './entries.js';
import type { LogEntry } from './entries.js';

/**
 * The deployment log of one candidate, as JSON. Times are ISO 8601 in UTC: the reporter's where one was given, else the recorded one;
 * null is what has not happened.
 */
export interface DeploymentLogDocument {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  /** The commit that was deployed. */
  readonly candidate: string;
  /** When its first deployment was requested; until then, when the log was prepared. */
  readonly date: string;
  /** The furthest environment that was reached. */
  readonly environment: Environment | null;
  /** The cio who requested the latest deployment. */
  readonly deployedBy: { readonly role: 'CIO'; readonly actor: ActorId | null };
  readonly authorizedBy: AuthorizedBy;
  readonly tickets: readonly TicketLine[];
  /** An entry for each attempt, in order of the path; one without an attempt for each environment that was not reached. */
  readonly promotionPath: readonly LogEntry[];
  /** The checks of the latest deployment to production. */
  readonly postDeploymentVerification: readonly ShownCheck[];
  readonly rollback: {
    readonly required: boolean;
    /** Id of the rollback, which has its own report. */
    readonly entry: string | null;
    readonly planValidForHours: number | null;
  };
  readonly duration: LogDuration;
  readonly result: LogResult | 'IN PROGRESS';
}

/** The document of one of the row's logs, or of one as it stood (`logAsOf`). */
export function deploymentLogDocument(
  row: DeploymentLogRow,
  log: DeploymentLog,
): DeploymentLogDocument {
  const { candidate, preparations, grants, attempts, rollback, closed } = log;
  const preparation = preparations.at(-1);
  const production = attempts.filter(({ environment }) => environment === 'production').at(-1);
  const date = reportedTime(attempts[0] ?? preparations[0]);
  return {
    project: row.project,
    version: row.version,
    kind: row.kind,
    candidate,
    date,
    environment: furthest(log),
    deployedBy: { role: 'CIO', actor: attempts.at(-1)?.requestedBy ?? null },
    authorizedBy: authorizedBy(grants.at(-1)),
    tickets: row.targetings[preparation?.targeting ?? 0] ?? [],
    promotionPath: promotionPath(row.kind, attempts, date),
    postDeploymentVerification: productionChecks(production?.checks ?? []),
    rollback: {
      required: rollback !== undefined,
      entry: rollback?.rollback ?? null,
      planValidForHours: preparation?.planValidForHours ?? null,
    },
    duration: durationOf(log),
    result: closed?.result ?? 'IN PROGRESS',
  };
}

function furthest({ attempts }: DeploymentLog): Environment | null {
  const reached = attempts.filter(wasTakenUp).map(({ environment }) => environment);
  return environments.filter((environment) => reached.includes(environment)).at(-1) ?? null;
}

/** A request that was withdrawn before a deployer claimed it reached nothing. */
const wasTakenUp = ({ claimedAt, ended }: Attempt): boolean =>
  claimedAt !== undefined || ended?.outcome !== 'withdrawn';
