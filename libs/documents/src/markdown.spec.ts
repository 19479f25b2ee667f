import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import {
  code,
  fitting,
  layout,
  Markdown,
  paragraphs,
  table,
  visible,
  visibleCode,
} from './markdown.js';

const commonMarkAndGfm = { extensions: [gfm()], htmlExtensions: [gfmHtml()] };

const rendered = ({ source }: Markdown): string => micromark(source, commonMarkAndGfm);

const html = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const hostileParts = [
  ...Array.from('\\`*_~[](){}<>&|#!$@^=+-.:;"\'/'),
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u2028',
    '\u00a0',
    '\u0000',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
  ],
  ...['1.', '2)', '- ', '+ ', '> ', '# ', '---', '===', '***', '~~~', '```', ':-:', '[x] '],
  ...[
    'www.',
    'WWW.',
    'http://',
    'https://',
    'mailto:',
    'xmpp:',
    'a@b.c',
    'ftp://',
    'x',
    'evil.example',
  ],
  ...['<script>', '<!--', '-->', '<b>', '<https://a.b>', '&lt;', '&#35;', '&copy', '&#x41;'],
  ...[
    '![i](u)',
    '[l](u)',
    '[r]: u',
    '[^1]',
    '](',
    '||',
    '\\|',
    'a_b',
    '_a_',
    '__a__',
    '**a**',
    'é',
    '漢',
    '😀',
  ],
];

/** Each part alone is tried in every place; the rest is chance. */
const attacks = hostileParts.filter((part) => visible(part) !== '').map((part): [string] => [part]);

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: 'binary' })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
  .filter((text) => visible(text) !== '');

const comesBack = (
  place: (text: string) => Markdown,
  expected: (shown: string) => string,
  shownAs = visible,
): void => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(rendered(place(text))).toBe(expected(html(shownAs(text))));
    }),
    { numRuns: 300, examples: attacks },
  );
};

describe('text that is filled in comes back as that very text', () => {
  it('on a line of its own', () => {
    comesBack(
      (text) => layout`${text}`,
      (shown) => `<p>${shown}</p>`,
    );
  });

  it('after a label', () => {
    comesBack(
      (text) => layout`**Reason:** ${text}\nnext`,
      (shown) => `<p><strong>Reason:</strong> ${shown}\nnext</p>`,
    );
  });

  it('under a line of text', () => {
    comesBack(
      (text) => layout`before\n${text}\n\nafter`,
      (shown) => `<p>before\n${shown}</p>\n<p>after</p>`,
    );
  });

  it('in a heading', () => {
    comesBack(
      (text) => layout`## ${text}`,
      (shown) => `<h2>${shown}</h2>`,
    );
  });

  it('in a link', () => {
    comesBack(
      (text) => layout`see [${text}](/entry)`,
      (shown) => `<p>see <a href="/entry">${shown}</a></p>`,
    );
  });

  it('in a list', () => {
    comesBack(
      (text) => layout`- ${text}\n- ${text}`,
      (shown) => `<ul>\n<li>${shown}</li>\n<li>${shown}</li>\n</ul>`,
    );
  });

  it('in a numbered list', () => {
    comesBack(
      (text) => layout`1. ${text}\n2. ${text}`,
      (shown) => `<ol>\n<li>${shown}</li>\n<li>${shown}</li>\n</ol>`,
    );
  });

  it('in a table', () => {
    comesBack(
      (text) => table('| A | B |\n|---|---|', [[text, text]]),
      (shown) =>
        '<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n' +
        `<tr>\n<td>${shown}</td>\n<td>${shown}</td>\n</tr>\n</tbody>\n</table>`,
    );
  });

  it('in code', () => {
    comesBack(
      (text) => layout`run ${code(text)} now`,
      (shown) => `<p>run <code>${shown}</code> now</p>`,
      visibleCode,
    );
  });
});

describe('text of several lines', () => {
  /** As it is to be shown: lines stay lines, and empty ones part paragraphs. */
  const shown = (text: string) =>
    text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => html(visible(line)))
      .reduce<string[][]>(
        (parts, line) =>
          line === '' ? [...parts, []] : [...parts.slice(0, -1), [...parts.at(-1)!, line]],
        [[]],
      )
      .filter((lines) => lines.length > 0)
      .map((lines) => `<p>${lines.join('<br />\n')}</p>`)
      .join('\n');

  it('comes back line by line, whatever stands in the lines', () => {
    const lines = fc.array(fc.oneof(hostile, fc.constantFrom('', ' ', '\n', '\r\n', 'plain')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, (several) => {
        const text = several.join('\n');
        expect(rendered(paragraphs(text))).toBe(shown(text));
      }),
      { numRuns: 300 },
    );
  });

  it('has paragraphs where lines are empty', () => {
    expect(paragraphs('one\ntwo\n \n\r\n# three').source).toBe('one\\\ntwo\n\n\\# three');
    expect(paragraphs(' \n').source).toBe('');
  });
});

describe('Markdown that is too long', () => {
  const long = new Markdown(['ééé', 'ééé', 'ééé', 'ééé'].join('\n'));

  it('is cut between two lines, and says so', () => {
    expect(fitting(long, 15, 'the log').source).toBe(
      'ééé\nééé\n\n*2 more lines stand in the log.*',
    );
  });

  it('stays as it is where it fits', () => {
    expect(fitting(long, 27, 'the log').source).toBe(long.source);
  });
});

describe('Markdown', () => {
  it('leaves plain text as it is', () => {
    const title = 'Fixed snake_case (R & D), v1.4.0 - 50% in C# and F#: done!';
    expect(layout`**Title:** ${title}`.source).toBe(`**Title:** ${title}`);
  });

  it('escapes mathematics, which is beyond GFM', () => {
    expect(layout`**Cost:** ${'$1 and $2'}`.source).toBe('**Cost:** \\$1 and \\$2');
  });

  it('shows what would hide or turn the text around', () => {
    expect(visible('a\u202eb\u0007c\u{e0041}')).toBe('a⟨U+202E⟩b⟨U+0007⟩c⟨U+E0041⟩');
  });

  it('leaves the joiners of scripts and emoji', () => {
    expect(visible('👩‍🚀 می‌خواهم')).toBe('👩‍🚀 می‌خواهم');
  });

  it('puts text on one line', () => {
    expect(visible('  one\r\ntwo\u2028three\t ')).toBe('one two three');
  });

  it('fills in a list of Markdown line by line', () => {
    expect(layout`a\n${[layout`- b`, layout`- c`]}\nd`.source).toBe('a\n- b\n- c\nd');
  });

  it('keeps the header of a table without rows', () => {
    expect(table('| A |\n|---|', []).source).toBe('| A |\n|---|');
  });

  it('shows the line breaks of code, and every space but the plain one', () => {
    expect(code(' cd  a \\\r\n&& b\u00a0c\n').source).toBe('`cd  a \\⏎&& b⟨U+00A0⟩c`');
  });

  it('fences code with more backticks than it contains', () => {
    expect(code('echo `date` ``').source).toBe('``` echo `date` `` ```');
  });
});
