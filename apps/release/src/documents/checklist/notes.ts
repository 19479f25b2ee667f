import type { BreakingChange, ReleaseNotes } from '../../domain/release/parts.js';
import { isVersion } from '../../domain/version.js';
import { layout, table, date } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';

/** The notes as they were compiled; before that, the empty layout. */
export const notesMarkdown = (
  version: string,
  notes: (ReleaseNotes & { readonly compiledAt: string }) | null,
): Markdown =>
  layout`**Version:** v${version}
**Date:** ${notes ? date(notes.compiledAt) : '—'}

#### What's New
${table(
  `| Ticket | Feature | Type |
|--------|---------|------|`,
  (notes?.whatsNew ?? []).map(({ ticket, description, type }) => [ticket, description, type]),
)}

#### Known Issues
${table(
  `| Issue | Severity | Workaround | Target Fix |
|-------|----------|-----------|-----------|`,
  (notes?.knownIssues ?? []).map(({ issue, severity, workaround, targetFix }) => [
    issue,
    severity,
    workaround,
    isVersion(targetFix) ? `v${targetFix}` : targetFix,
  ]),
)}

#### Breaking Changes
${notes ? changes(notes) : layout`—`}`;

/** Migration notes alone make no change a breaking one: they stand below. */
function changes({ breakingChanges, migrationNotes }: ReleaseNotes): Markdown {
  const breaking = breakingChanges.length > 0 ? breakingChanges.map(changeLine) : layout`None`;
  if (migrationNotes.length === 0) return layout`${breaking}`;
  const notes = migrationNotes.map((note) => layout`- ${note}`);
  return breakingChanges.length > 0
    ? layout`${breaking}

Migration notes:

${notes}`
    : layout`${breaking}

${notes}`;
}

const changeLine = ({ change, migration }: BreakingChange): Markdown =>
  layout`- ${change} — migration: ${migration}`;
