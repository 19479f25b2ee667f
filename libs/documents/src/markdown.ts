/**
 * Markdown that text from outside can't break. A template is the layout as it reads; a string that is filled in is text and comes
 * back from a CommonMark or GFM parser as that very text and nothing else. Only `Markdown` is filled in as markup.
 */
export class Markdown {
  constructor(readonly source: string) {}
}

type Filling = string | number | Markdown | readonly Markdown[];

/** The layout with its fillings. A list of Markdown fills in one line each. */
export function layout(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Markdown {
  let source = parts[0] ?? '';
  for (const [index, filling] of fillings.entries())
    source += filled(filling, startsLine(source)) + (parts[index + 1] ?? '');
  return new Markdown(source);
}

/** A table under its two header lines, which stay when it has no rows. */
export function table(header: string, rows: readonly (readonly (string | number)[])[]): Markdown {
  const lines = rows.map((cells) => `| ${cells.map((cell) => text(String(cell))).join(' | ')} |`);
  return new Markdown([header, ...lines].join('\n'));
}

/**
 * Text of several lines: an empty line parts paragraphs, any other break stays one. Every line is text and nothing else, wherever it
 * stands.
 */
export const paragraphs = (value: string): Markdown =>
  new Markdown(
    value
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => lineStart(text(line)))
      .join('\n')
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.replaceAll('\n', '\\\n'))
      .join('\n\n'),
  );

/**
 * The Markdown where it has at most so many bytes of UTF-8; else as many whole lines of it as do, so that no markup is cut in two, and a
 * line that says how many are left out.
 */
export function fitting({ source }: Markdown, bytesMax: number, where: string): Markdown {
  if (Buffer.byteLength(source) <= bytesMax) return new Markdown(source);
  const lines = source.split('\n');
  let bytes = 0;
  const kept = lines.findIndex((line) => (bytes += Buffer.byteLength(line) + 1) > bytesMax);
  const shown = lines.slice(0, kept);
  return layout`${shown.map((line) => new Markdown(line))}\n\n*${lines.length - kept} more lines stand in ${where}.*`;
}

/** The box of an item: ticked when its evidence exists. */
export const box = (ticked: boolean): Markdown => new Markdown(ticked ? '[x]' : '[ ]');

/**
 * Code that can be copied as it stands: nothing in it is escaped, and the fence is longer than any run of backticks in it. A line
 * break would make it another command, so it is shown.
 */
export function code(value: string): Markdown {
  const shown = visibleCode(value);
  const longestRun = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = longestRun > 0 ? ' ' : '';
  return new Markdown(fence + pad + shown + pad + fence);
}

/**
 * The text as it is shown: on one line, with every control, formatting and direction character made visible, so that nothing hides
 * in it and nothing reads in another order than it is stored. The joiners of scripts and emoji stay.
 */
export const visible = (value: string): string =>
  value.replace(/\s+/g, ' ').trim().replace(hidden, named);

/** The same for code, where every space counts: all but the plain one are made visible, and line breaks too. */
export const visibleCode = (value: string): string =>
  value
    .trim()
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '⏎')
    .replace(/[^\S ]/g, named)
    .replace(hidden, named);

const hidden = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

const named = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

function filled(filling: Filling, atLineStart: boolean): string {
  if (typeof filling === 'number') return String(filling);
  if (typeof filling === 'string') return atLineStart ? lineStart(text(filling)) : text(filling);
  return filling instanceof Markdown
    ? filling.source
    : filling.map(({ source }) => source).join('\n');
}

/** True when nothing but the marks of lists and quotes stands on the line yet: what follows could begin a block. */
const startsLine = (source: string): boolean =>
  /^(?:[ >*+-]|\d+[.)])*$/.test(source.slice(source.lastIndexOf('\n') + 1));

/** What begins a list item, an underline or a table's delimiter row, and is harmless further on. */
const lineStart = (escaped: string): string => escaped.replace(/^\d+(?=[.)])|^(?=[-+=:])/, '$&\\');

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * Escapes what has a meaning anywhere on a line: escapes, code, emphasis, links and images, table cells, headings, strikethrough,
 * mathematics, references; and the `@`, `://` and `www.` from which addresses become links by themselves. An underscore after a
 * letter or digit opens nothing.
 */
const text = (value: string): string =>
  visible(value)
    .replace(/[<>]|&(?=[#a-z])/gi, (mark) => entities[mark] ?? mark)
    .replace(/[\\`*~[\]|$@]|(?<![a-z0-9])_|(?<!\S)#|:(?=\/\/)|(?<=www)\./gi, '\\$&');
