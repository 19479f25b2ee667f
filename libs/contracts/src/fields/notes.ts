import { madeId, ticketId } from './names.js';
import { listOf, objectOf } from './say.js';
import { noteMax, text, titleMax } from './text.js';
import { ticketType } from './words.js';

/** An issue that users are told of: what they can do about it, and when it goes away. */
export const knownIssue = {
  issue: text(titleMax).describe('What goes wrong.'),
  severity: text(64).describe('How bad it is.'),
  workaround: text(titleMax).describe('What to do until then.'),
  targetFix: text(64).describe('The version that is to bring the fix.'),
};

const drawnFrom = madeId
  .optional()
  .describe('The entry of the knowledge base that it was drawn from; absent where it was given.');

/** A line of context from the knowledge base. */
export const contextLine = objectOf({
  entry: madeId.describe('Id of the entry.'),
  title: text(titleMax).describe('Its title.'),
});

const whatsNew = objectOf({
  ticket: ticketId,
  description: text(titleMax).describe('What users should read.'),
  type: ticketType,
});

const breakingChange = objectOf({
  change: text(titleMax).describe('What is no longer as it was.'),
  migration: text(noteMax).describe('What to do about it.'),
});

export const releaseNotes = objectOf({
  whatsNew: listOf(whatsNew, { min: 0 }).describe('A line for each ticket.'),
  knownIssues: listOf(objectOf({ ...knownIssue, entry: drawnFrom }), { min: 0 }).describe(
    'Fixed when they were compiled.',
  ),
  breakingChanges: listOf(breakingChange, { min: 0 }).describe('Empty where nothing breaks.'),
  migrationNotes: listOf(text(noteMax), { min: 0 }).describe('What an operator does on upgrade.'),
  context: listOf(contextLine, { min: 0 })
    .optional()
    .describe('What the knowledge base has to say about it.'),
}).describe('The release notes as they were compiled.');
