/** What stands for a text and is none: `$PASSWORD`, `${…}`, `{{…}}`, `<password>`, `[password]`, `%PASSWORD%`, `***` and `...`. */
const placeholder = /^(?:\$.+|\{.+\}|<.+>|\[.+\]|%\w+%|\*+|\.{3}|…)$/;

/** True for a text that is meant as it stands, also between quotes. */
export const isLiteral = (text: string): boolean =>
  !placeholder.test(text.replace(/^(["'])(.*)\1$/, '$2'));
