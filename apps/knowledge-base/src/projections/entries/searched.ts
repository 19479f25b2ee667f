import type { Searched } from '@roadbook/read-model';
import type { Audience } from '../../domain/entry/visibility.js';
import { isPublished } from '../../domain/entry/visibility.js';
import type { EntryRow, RecordedEntry } from './row.js';

/** A word in the title says more about an entry than ten in its text. */
const titleWeight = 10;

/**
 * Each project has two indexes, so that what a reader is told rests on what they may see and nothing else: not on the entries that are
 * hidden from them, and not on another project's.
 */
export const indexFor = (project: string, audience: Audience): string => `${project} ${audience}`;

export const searchedEntries: Searched<EntryRow> = {
  indexesOf: ({ project, recorded }) => {
    if (!recorded) return [];
    const audiences: Audience[] = isPublished(recorded.visibility)
      ? ['clients', 'everybody']
      : ['everybody'];
    return audiences.map((audience) => indexFor(project, audience));
  },
  texts: {
    title: { weight: titleWeight, of: ({ recorded }) => recorded?.title ?? '' },
    text: { weight: 1, of: ({ recorded }) => (recorded ? textOf(recorded) : '') },
  },
};

const textOf = (entry: RecordedEntry): string => {
  const { context, content, form, outcome, impact, version, knownIssue } = entry;
  const { workaround = '', targetFix = '' } = knownIssue ?? {};
  const said = form === 'markdown' ? withoutMarks(content) : content;
  return [context, said, outcome, impact, version ?? '', workaround, targetFix].join('\n');
};

const characters: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What the escapes of composed Markdown stand for: nobody looks for `lt`. */
const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:lt|gt|amp);/g, (entity) => characters[entity] ?? entity);
