const listedMax = 10;

/** Names in a sentence: a configuration may have 2,000 settings, and nobody reads them all. */
export const listed = (names: readonly string[]): string =>
  names.length <= listedMax
    ? names.join(', ')
    : `${names.slice(0, listedMax).join(', ')} and ${String(names.length - listedMax)} more`;
