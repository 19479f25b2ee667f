import { hourMs, msBetween } from './time.js';

/** Start and end in UTC, ISO 8601 with milliseconds. Open from `start` up to, not including, `end`. */
export interface Window {
  readonly start: string;
  readonly end: string;
}

const windowHoursMax = 24;

export const isWindow = (one: Window, other: Window): boolean =>
  one.start === other.start && one.end === other.end;

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
