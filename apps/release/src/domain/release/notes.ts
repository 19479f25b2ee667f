import type { ReleaseNotes } from './parts.js';

/**
 * The notes as one text: two notes say the same exactly when their contents are equal. Where an issue was drawn from, and what is worth
 * reading beside them, is not what they say.
 */
export const notesContent = ({
  whatsNew,
  knownIssues,
  breakingChanges,
  migrationNotes,
}: ReleaseNotes): string =>
  JSON.stringify([
    whatsNew.map(({ ticket, description, type }) => [ticket, description, type]),
    knownIssues.map(({ issue, severity, workaround, targetFix }) => [
      issue,
      severity,
      workaround,
      targetFix,
    ]),
    breakingChanges.map(({ change, migration }) => [change, migration]),
    migrationNotes,
  ]);
