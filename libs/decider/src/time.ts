/** Arithmetic on ISO 8601 times. Pure: the present is never asked for here, it comes with the origin. */
export const msBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** Whole seconds, rounded up: a rehearsal of 599.5 s took 600 s. */
export const secondsBetween = (from: string, to: string): number =>
  Math.ceil(msBetween(from, to) / 1000);

export const plusMs = (time: string, ms: number): string =>
  new Date(Date.parse(time) + ms).toISOString();

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
