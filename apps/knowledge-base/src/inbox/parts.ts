import type { ReleaseExecuted, ReleasePrepared } from '@roadbook/contracts';
import { code, layout, Markdown, table } from '@roadbook/documents';

type Tickets = ReleasePrepared['tickets'];
type Notes = ReleasePrepared['notes'];
type Plan = ReleaseExecuted['rollbackPlan'];

export const ticketTable = (tickets: Tickets): Markdown =>
  table(
    '| Ticket | Title | Type |\n|--------|-------|------|',
    tickets.map(({ id, title, type }) => [id, title, type]),
  );

/** The release notes, in the layout of the checklist. */
export const notesPart = (notes: Notes): Markdown => layout`#### What's New

${table(
  '| Ticket | Feature | Type |\n|--------|---------|------|',
  notes.whatsNew.map(({ ticket, description, type }) => [ticket, description, type]),
)}

#### Known Issues

${table(
  '| Issue | Severity | Workaround | Target Fix |\n|-------|----------|-----------|-----------|',
  notes.knownIssues.map(({ issue, severity, workaround, targetFix }) => [
    issue,
    severity,
    workaround,
    targetFix,
  ]),
)}

#### Breaking Changes

${orNone(notes.breakingChanges.map(({ change, migration }) => layout`- ${change}: ${migration}`))}

#### Migration Notes

${orNone(notes.migrationNotes.map((note) => layout`- ${note}`))}`;

/** The way back, step by step; the verification is the last step. */
export const planPart = ({ plan, method, steps, verification, validForHours }: Plan): Markdown => {
  const all = [...steps, verification];
  const estimate = all.reduce((sum, { estimateSeconds }) => sum + estimateSeconds, 0);
  return layout`**Method:** ${method}
**Estimated time:** ${estimate} s
**Valid for:** ${validForHours} hours after the deployment
**Digest:** ${code(plan)}

${all.map(
  ({ action, command, expected }, index) =>
    layout`${index + 1}. ${action}: ${code(command)}; expected: ${expected}`,
)}`;
};

export const orNone = (lines: readonly Markdown[]): readonly Markdown[] =>
  lines.length > 0 ? lines : [new Markdown('None')];
