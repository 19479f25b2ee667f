import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Said } from '@roadbook/contracts';
import { visible } from '@roadbook/documents';
import { entryMarkdown } from '../../../apps/knowledge-base/src/documents/entry.js';
import { calledFor } from '../../../apps/knowledge-base/src/inbox/compose.js';
import type { EntryView } from '../../../apps/knowledge-base/src/queries/entries/entry-view.js';
import { expectGolden } from '../expect-golden.js';
import { hostile } from '../wording.js';
import { neverApplied, saying, told } from './told.js';

const folder = join(import.meta.dirname, 'golden');
const id = '6fa459ea-ee8a-5ca4-894e-db77e160355e';

/** The entry that a message calls for, as everybody reads it. */
function entryOf(message: Said): EntryView {
  const called = calledFor(message);
  if (!called) throw new Error(`${message.type} calls for no entry`);
  const { project, tells, author, contents } = called;
  return {
    ...{ id, project, ...contents, author, tells, contentType: 'text/markdown' },
    ...{ supersedes: null, supersededBy: null },
    ...{ recordedAt: '2026-03-02T08:00:00.000Z', occurredAt: null },
  };
}

const markdown = (message: Said): string => entryMarkdown(entryOf(message));

const html = (message: Said): string =>
  micromark(markdown(message).split('---\n').slice(2).join('---\n'), {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

describe('the entries of happenings', () => {
  it.each(Object.entries(told))('read as %s', (name, message) => {
    expectGolden(folder, `${name}.md`, markdown(message));
  });

  it('leave no golden file that nothing renders', () => {
    const expected = Object.keys(told).map((name) => `${name}.md`);
    expect(readdirSync(folder).sort()).toStrictEqual(expected.sort());
  });

  it('have the type and visibility that the contract gives them', () => {
    const given = Object.entries(told).map(([name, message]) => {
      const { type, visibility } = entryOf(message);
      return `${name.split('.')[0] ?? ''}: ${type}, ${visibility}`;
    });
    expect([...new Set(given)]).toStrictEqual([
      'release-prepared: decision, both',
      'release-executed: decision, both',
      'deployment-log-closed: session, both',
      'rollback-ended: decision, both',
      'configuration-change-ended: decision, internal',
      'parity-verified: gate, internal',
      'pipeline-change-implemented: decision, internal',
      'pipeline-change-reverted: decision, internal',
      'violation-recorded: risk, internal',
    ]);
  });

  it('are not called for by a configuration change that was never applied', () => {
    expect(calledFor(neverApplied)).toBeUndefined();
  });

  it.each(Object.entries(told))(
    'keep their layout whatever stands in the texts of %s',
    (_, message) => {
      const blank = html(saying(message, 'OUTSIDETEXT'));
      const outside = fc.oneof(
        fc.constantFrom(...(Object.values(hostile) as string[])),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      );
      fc.assert(
        fc.property(
          // Texts of several lines are shown as lines: what is on one line is compared here.
          outside
            .map((text) => text.replace(/\s+/g, ' ').trim())
            .filter((text) => visible(text) !== ''),
          (text) => {
            const expected = blank.replaceAll('OUTSIDETEXT', () => escaped(visible(text)));
            expect(html(saying(message, text))).toBe(expected);
          },
        ),
        { numRuns: 20 },
      );
    },
  );
});
