import { msBetween, reportedTime } from '@roadbook/decider';
import type { DeploymentLog, Moment } from '../../projections/deployment-log/row.js';

export interface LogDuration {
  /** When the first deployment was requested. */
  readonly start: string | null;
  /** When the last attempt ended; null while the log is open. */
  readonly end: string | null;
  readonly totalMinutes: number | null;
}

export function durationOf({ attempts, closed }: DeploymentLog): LogDuration {
  const first = attempts[0];
  const last = attempts.flatMap(({ ended }) => ended ?? []).at(-1);
  if (!first) return { start: null, end: null, totalMinutes: null };
  const start = reportedTime(first);
  if (!closed || !last) return { start, end: null, totalMinutes: null };
  return { start, end: reportedTime(last), totalMinutes: minutes(first, last) };
}

/** By the reporters' times where both were given and go forwards, else by the recorded ones: never from the one to the other. */
function minutes(start: Moment, end: Moment): number {
  const reported =
    start.occurredAt !== undefined && end.occurredAt !== undefined
      ? msBetween(start.occurredAt, end.occurredAt)
      : -1;
  const ms = reported >= 0 ? reported : msBetween(start.recordedAt, end.recordedAt);
  return Math.round(ms / 60_000);
}
