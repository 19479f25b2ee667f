import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { visible, visibleCode } from '@roadbook/documents';
import { isVersion } from '../../apps/release/src/domain/version.js';
import { checklistOf, deploymentLogOf, rollbackReportOf } from './documents.js';
import type { Rendered } from './documents.js';
import { cleared, everythingHappens, standard } from './stories.js';
import type { Told } from './told.js';
import { hostile, usual } from './wording.js';
import type { Wording } from './wording.js';

const commonMarkAndGfm = { extensions: [gfm()], htmlExtensions: [gfmHtml()] };

const html = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Every text from outside is this one. */
const saying = (text: string, command = text): Wording => ({
  ...(Object.fromEntries(Object.keys(usual).map((key) => [key, text])) as unknown as Wording),
  command,
});

const outside = fc
  .array(
    fc.oneof(
      fc.constantFrom(...(Object.values(hostile) as string[])),
      fc.string({ unit: 'binary' }),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(' ').trim())
  .filter((text) => visible(text) !== '' && !isVersion(text));

const documents: [string, (told: Told) => Rendered, (words: Wording) => Told][] = [
  ['checklist', checklistOf, (words) => cleared(standard(words))],
  ['deployment log', deploymentLogOf, (words) => everythingHappens(standard(words))],
  ['rollback report', rollbackReportOf, (words) => everythingHappens(standard(words))],
];

describe('whatever text comes from outside', () => {
  it.each(documents)('the %s has the same layout, and shows that text', (_, render, story) => {
    const page = (words: Wording) => micromark(render(story(words)).markdown, commonMarkAndGfm);
    const blank = page(saying('OUTSIDETEXT', 'OUTSIDECOMMAND'));
    expect(blank).toContain('OUTSIDETEXT');
    fc.assert(
      fc.property(outside, (text) => {
        const expected = blank
          .replaceAll('OUTSIDETEXT', () => html(visible(text)))
          .replaceAll('OUTSIDECOMMAND', () => html(visibleCode(text)));
        expect(page(saying(text))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });
});
