/** Times as documents show them: UTC, and to the minute unless a budget is counted in seconds. */
const utc = (time: string): string => new Date(time).toISOString();

/** `YYYY-MM-DD` */
export const date = (time: string): string => utc(time).slice(0, 10);

/** `YYYY-MM-DD HH:MM` */
export const dateAndTime = (time: string): string => `${date(time)} ${utc(time).slice(11, 16)}`;

/** `HH:MM`, with the date in front when that is another day than the document's. */
export const clock = (time: string, documentDate: string): string =>
  inFrontOf(utc(time).slice(11, 16), time, documentDate);

/** `HH:MM:SS`, with the date in front when that is another day than the document's. */
export const clockWithSeconds = (time: string, documentDate: string): string =>
  inFrontOf(utc(time).slice(11, 19), time, documentDate);

const inFrontOf = (shown: string, time: string, documentDate: string): string =>
  date(time) === date(documentDate) ? shown : `${date(time)} ${shown}`;
