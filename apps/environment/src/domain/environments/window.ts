/** Start and end in UTC, ISO 8601 with milliseconds. Open from `start` up to, not including, `end`. */
export interface Window {
  readonly start: string;
  readonly end: string;
}

export const isWindow = (one: Window, other: Window): boolean =>
  one.start === other.start && one.end === other.end;
