/** Names in a sentence: a configuration may have 2,000 settings, a release 500 tickets, and nobody reads them all. */
export const listed = (names: readonly string[], listedMax = 10): string =>
  names.length <= listedMax
    ? names.join(', ')
    : `${names.slice(0, listedMax).join(', ')} and ${String(names.length - listedMax)} more`;
