/** The strong entity tag of a resource whose stream is at `revision`. */
export const etagOf = (revision: number): string => `"${revision}"`;
