/** What would move the cursor, change colours or hide text, where others wrote it. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from elsewhere, as it can be written to a terminal. */
export const printable = (text: string): string =>
  text.replaceAll(unprintable, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);

/** The same for text of several lines. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');
