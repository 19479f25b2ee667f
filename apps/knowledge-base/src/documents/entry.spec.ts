import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { visible } from '@roadbook/documents';
import { contents } from '../domain/acts.fixture.js';
import type { EntryView } from '../queries/entries/entry-view.js';
import { entryMarkdown } from './entry.js';

const entry = (more: Partial<EntryView> = {}): EntryView => ({
  ...{ id: '6fa459ea-ee8a-5ca4-894e-db77e160355e', project: 'shop', ...contents() },
  ...{ author: { actor: 'a_5f0c', role: 'cio' }, contentType: 'text/plain', tells: null },
  ...{ supersedes: null, supersededBy: '886313e1-3b8a-5372-9b90-0c9aee199e5d' },
  ...{ recordedAt: '2026-03-02T08:00:00.000Z', occurredAt: null },
  ...more,
});

describe('an entry as Markdown', () => {
  it('has its front matter, its title and its four parts, and a known issue as release notes tell it', () => {
    expect(entryMarkdown(entry({ outcome: ' ', content: 'one\ntwo\n\nthree' }))).toBe(
      `---
kb_id: 6fa459ea-ee8a-5ca4-894e-db77e160355e
type: risk
visibility: both
decay: medium
supersedes: null
superseded_by: 886313e1-3b8a-5372-9b90-0c9aee199e5d
author: a_5f0c (cio)
---

# Invoices of more than 99 lines are cut off

**Context**

The provider of invoices has a limit.

**Content**

one\\
two

three

| Severity | Workaround | Target Fix |
|----------|-----------|-----------|
| minor | Split the order | 1.4.1 |

**Decision/Outcome**

—

**Impact**

Large orders need a second invoice.
`,
    );
  });

  it('keeps its layout whatever somebody wrote', () => {
    const page = (text: string) =>
      micromark(
        entryMarkdown(
          entry({
            ...{ title: text, context: text, content: text, outcome: text, impact: text },
            knownIssue: { severity: text, workaround: text, targetFix: text },
          }),
        )
          .split('---\n')
          .slice(2)
          .join('---\n'),
        { extensions: [gfm()], htmlExtensions: [gfmHtml()] },
      );
    const html = (text: string) =>
      text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/"/g, '&quot;');
    const blank = page('OUTSIDETEXT');
    const outside = fc
      .oneof(
        fc.constantFrom('---', '# x', '**Impact**', '| a | b |', '<script>', '- [x] done', '```'),
        fc.string({ unit: 'binary', minLength: 1 }),
      )
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => visible(text) !== '');
    fc.assert(
      fc.property(outside, (text) => {
        expect(page(text)).toBe(blank.replaceAll('OUTSIDETEXT', () => html(visible(text))));
      }),
      { numRuns: 100 },
    );
  });
});
