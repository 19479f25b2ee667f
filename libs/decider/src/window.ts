import type { Origin } from './origin.js';
import { hourMs, msBetween } from './time.js';

/** Start and end in UTC, ISO 8601 with milliseconds. Open from `start` up to, not including, `end`. */
export interface Window {
  readonly start: string;
  readonly end: string;
}

const windowHoursMax = 24;

/** What became of the window that was proposed last. */
export type StandingWindow =
  { readonly is: 'absent' } | (Window & { readonly is: 'proposed' | 'confirmed' | 'lapsed' });

export const isThisWindow = (standing: StandingWindow, { start, end }: Window): boolean =>
  standing.is !== 'absent' && standing.start === start && standing.end === end;

/** Why no window can be that long; `undefined` for one that can. */
export function refuseLength({ start, end }: Window): string | undefined {
  if (end <= start) return 'a window ends after it starts';
  return msBetween(start, end) > windowHoursMax * hourMs
    ? `a window is at most ${String(windowHoursMax)} hours long`
    : undefined;
}

/** Why a window that is over is of no use; `undefined` for one that is not. */
export const refusePast = ({ end }: Window, at: string): string | undefined =>
  end <= at ? `this window ended at ${end}; propose one that ends in the future` : undefined;

/** Why a confirmed window stays: a cpo proposes, and never withholds what waits for it. `undefined` where another can be proposed. */
export const refuseInstead = (
  standing: StandingWindow,
  { role, at }: Origin,
): string | undefined =>
  role === 'cpo' && standing.is === 'confirmed' && at < standing.end
    ? `a window is confirmed until ${standing.end}; only the cio proposes another`
    : undefined;

/** Why a window that does not stand as proposed can't be confirmed; `undefined` for one that does. */
export const refuseUnproposed = (standing: StandingWindow, window: Window): string | undefined =>
  standing.is === 'proposed' && isThisWindow(standing, window)
    ? undefined
    : 'this window is not proposed; the one that stands may be another';
