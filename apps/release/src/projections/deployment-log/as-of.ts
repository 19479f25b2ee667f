import type { Environment } from '../../domain/environments.js';
import type { Attempt, AttemptEnd, DeploymentLog, DeploymentLogRow } from './row.js';

export interface WhichLog {
  /** A candidate's commit; without it, the log that was prepared last. */
  readonly candidate?: string;
  /** As the log stood at the end of this environment; as it stands while a deployment there is under way. */
  readonly environment?: Environment;
}

/** The log that is asked for; `undefined` when the candidate has none, or never came to that environment. */
export function logAsOf(
  { logs }: DeploymentLogRow,
  { candidate, environment }: WhichLog = {},
): DeploymentLog | undefined {
  const log =
    candidate === undefined ? logs.at(-1) : logs.find((one) => one.candidate === candidate);
  const known = log && environment ? atTheEndOf(environment, log) : log;
  return known && { ...known, attempts: known.attempts.map(asItStands) };
}

/** The attempt with all that is known of it, what came after its end included. */
export function asItStands({ afterwards = [], ...attempt }: Attempt): Attempt {
  return afterwards.reduce<Attempt>((known, { reported, checks, outcome }) => {
    const { ended } = known;
    return {
      ...known,
      ...(reported && { reported }),
      ...(checks && { checks }),
      ...(outcome && ended && { ended: { ...ended, outcome, before: ended.outcome } }),
    };
  }, attempt);
}

function atTheEndOf(environment: Environment, log: DeploymentLog): DeploymentLog | undefined {
  const last = log.attempts.filter((attempt) => attempt.environment === environment).at(-1);
  return last?.ended ? asItStood(last.ended, log) : last && log;
}

function asItStood(end: AttemptEnd, log: DeploymentLog): DeploymentLog {
  const then = ({ revision }: { revision: number }): boolean => revision <= end.revision;
  const { rollback, closed } = log;
  const [first, ...later] = log.preparations;
  return {
    candidate: log.candidate,
    preparations: [first, ...later.filter(then)],
    grants: log.grants.filter(then),
    attempts: log.attempts.filter(then).map(({ diagnosed, afterwards = [], ...attempt }) => ({
      ...attempt,
      ...(diagnosed && then(diagnosed) && { diagnosed }),
      afterwards: afterwards.filter(then),
    })),
    ...(rollback && then(rollback) && { rollback }),
    // The append that ends production also closes the log.
    ...(closed && (then(closed) || closed.commandId === end.commandId) && { closed }),
  };
}
