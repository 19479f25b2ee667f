import { reportedTime } from '@roadbook/decider';
import { minuteMs, msBetween } from '../../domain/time.js';
import { byOneClock } from '../by-one-clock.js';
import type { DeploymentLog } from '../../projections/deployment-log/row.js';

/** By one clock: where the log is open, that of whoever requested the first deployment. */
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
  if (!closed || !last) return { start: reportedTime(first), end: null, totalMinutes: null };
  const { start, end } = byOneClock(first, last);
  return { start, end, totalMinutes: Math.round(msBetween(start, end) / minuteMs) };
}
