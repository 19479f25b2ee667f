import type { Attempt, DeploymentLog, DeploymentLogRow } from './row.js';

/** The candidate's log with a change; a candidate that has no log changes nothing. */
export const changeLog = (
  row: DeploymentLogRow,
  candidate: string,
  change: (log: DeploymentLog) => Partial<DeploymentLog>,
): DeploymentLogRow => changeFirst(row, (log) => log.candidate === candidate, change);

/** A claimed deployment runs to its end also when its candidate was replaced meanwhile, so it is looked for in every log. */
export function changeAttempt(
  row: DeploymentLogRow,
  deployment: string,
  change: (attempt: Attempt) => Partial<Attempt>,
): DeploymentLogRow {
  const isIt = (attempt: Attempt): boolean => attempt.deployment === deployment;
  return changeFirst(
    row,
    ({ attempts }) => attempts.some(isIt),
    ({ attempts }) => ({
      attempts: attempts.map((one) => (isIt(one) ? { ...one, ...change(one) } : one)),
    }),
  );
}

function changeFirst(
  row: DeploymentLogRow,
  isMeant: (log: DeploymentLog) => boolean,
  change: (log: DeploymentLog) => Partial<DeploymentLog>,
): DeploymentLogRow {
  const log = row.logs.find(isMeant);
  if (!log) return row;
  const changed = { ...log, ...change(log) };
  return { ...row, logs: row.logs.map((one) => (one === log ? changed : one)) };
}
