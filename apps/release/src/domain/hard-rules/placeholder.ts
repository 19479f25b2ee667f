/**
 * What stands where an action, a command or an expected result should, and says nothing.
 *
 * Case, punctuation, white space and what nobody sees make no difference. Only a text that begins with a marker is refused for its
 * beginning; a path or a program that has one in its name, such as `./todo-service restart`, is specific.
 */
export function isPlaceholder(text: string): boolean {
  const seen = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
  const words = seen.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return (
    words.every((word) => emptyWords.has(word)) ||
    emptyPhrases.has(words.join('')) ||
    marker.test(seen)
  );
}

/** The single letters are those of `n/a`. */
const emptyWords = new Set([
  ...['todo', 'fixme', 'tbd', 'tba', 'na', 'n', 'a', 'none', 'nil', 'xxx', 'later'],
]);

/** Whatever stands between their letters and words: `t.b.d.`, `to-do`, `to be determined`. */
const emptyPhrases = new Set([
  ...['tbd', 'tba', 'todo', 'fixme', 'notapplicable'],
  ...['announced', 'decided', 'defined', 'determined', 'done'].map((when) => `tobe${when}`),
]);

/** Behind quotes, brackets, dashes or the sign of a comment; not behind what begins a path. */
const opening = String.raw`(?:\/\/|\/\*|[^\p{L}\p{N}.\/~$\\])*`;
const markers = String.raw`(?:todo|fixme|t\.?b\.?[ad]\.?|to be (?:announced|decided|defined|determined))`;
/** At the end, or before a sign that no name goes on with. */
const closing = String.raw`(?=$|[^\p{L}\p{N}_.\/\\@=-]|[.-](?:\s|$))`;
const marker = new RegExp(`^${opening}${markers}${closing}`, 'u');
