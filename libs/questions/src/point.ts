/** A point in the past: recorded time, ISO 8601 in UTC with milliseconds, or a revision of the stream that is asked about. */
export type Point = { readonly at: string } | { readonly revision: number };
