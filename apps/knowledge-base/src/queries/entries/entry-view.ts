import type { EntryType, Visibility, Decay } from '@roadbook/decider';
import { maySee } from '../../domain/entry/visibility.js';
import type { Audience } from '../../domain/entry/visibility.js';
import type { Author, KnownIssue, Superseded, Tells } from '../../domain/entry/parts.js';
import type { PresentEntryRow } from '../../projections/entries/row.js';

/** What there is to say of an entry without its content. */
export interface EntrySummary {
  readonly id: string;
  readonly project: string;
  readonly type: EntryType;
  readonly visibility: Visibility;
  readonly decay: Decay;
  readonly title: string;
  readonly context: string;
  readonly outcome: string;
  readonly impact: string;
  /** Null where it is about no release. */
  readonly version: string | null;
  readonly knownIssue: KnownIssue | null;
  readonly author: Author;
  /** The entry in whose place it stands; null for none, and where the reader may not see that one. */
  readonly supersedes: string | null;
  /** The entry that stands in its place; null while it stands itself, and where the reader may not see that one. */
  readonly supersededBy: string | null;
  readonly recordedAt: string;
  readonly occurredAt: string | null;
  /** The happening that called for it; null where people or agents wrote it. */
  readonly tells: Tells | null;
}

/** An entry as a reader sees it. */
export interface EntryView extends EntrySummary {
  readonly content: string;
  readonly contentType: 'text/markdown' | 'text/plain';
}

export function entrySummary(
  { id, project, recorded, supersededBy }: PresentEntryRow,
  audience: Audience,
): EntrySummary {
  const { content: _, form: __, position: ___, supersedes, ...said } = recorded;
  const seen = (link: Superseded | null) =>
    link && maySee(audience, link.visibility) ? link.entry : null;
  return { id, project, ...said, supersedes: seen(supersedes), supersededBy: seen(supersededBy) };
}

export function entryView(row: PresentEntryRow, audience: Audience): EntryView {
  const { content, form } = row.recorded;
  const contentType = form === 'markdown' ? 'text/markdown' : 'text/plain';
  return { ...entrySummary(row, audience), content, contentType };
}
