import { layout, Markdown, paragraphs, table } from '@roadbook/documents';
import type { EntryView } from '../queries/entries/entry-view.js';

/** An entry as a document. Composed content is Markdown already; what somebody wrote is text, and can't break the layout. */
export const entryMarkdown = (entry: EntryView): string => `${entryLayout(entry).source}\n`;

const entryLayout = (entry: EntryView): Markdown => layout`---
${frontMatter(entry)}
---

# ${entry.title}

**Context**

${said(entry.context)}

**Content**

${contentOf(entry)}

**Decision/Outcome**

${said(entry.outcome)}

**Impact**

${said(entry.impact)}`;

/** Ids and words of a fixed list only: nothing of it can be read as another kind of YAML. */
const frontMatter = (entry: EntryView): Markdown =>
  new Markdown(
    Object.entries({
      kb_id: entry.id,
      type: entry.type,
      visibility: entry.visibility,
      decay: entry.decay,
      supersedes: entry.supersedes ?? 'null',
      superseded_by: entry.supersededBy ?? 'null',
      author: `${entry.author.actor} (${entry.author.role})`,
    })
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  );

const said = (text: string): Markdown =>
  text.trim() === '' ? new Markdown('—') : paragraphs(text);

function contentOf({ content, contentType, knownIssue }: EntryView): Markdown {
  const written = contentType === 'text/markdown' ? new Markdown(content) : said(content);
  if (!knownIssue) return written;
  const { severity, workaround, targetFix } = knownIssue;
  const header = '| Severity | Workaround | Target Fix |\n|----------|-----------|-----------|';
  return layout`${written}\n\n${table(header, [[severity, workaround, targetFix]])}`;
}
