import { madeId, projectSlug, semanticVersion } from '../../fields/names.js';
import { contextLine, knownIssue } from '../../fields/notes.js';
import { listOf, objectOf } from '../../fields/say.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { answers } from '../../topics/index.js';

export const knownIssuesAnswered = defineMessage({
  name: 'known-issues-answered',
  version: 1,
  topic: answers,
  summary: 'What the knowledge base has for release notes.',
  data: {
    question: madeId.describe('Id of the question.'),
    project: projectSlug,
    version: semanticVersion,
    answeredAt: time.describe('When it was answered.'),
    knownIssues: listOf(objectOf({ entry: madeId.describe('Id of the entry.'), ...knownIssue }), {
      min: 0,
    }).describe('What goes wrong, and no published entry stands in its place.'),
    context: listOf(contextLine, { min: 0 }).describe('What else is worth knowing.'),
  },
  example: {
    question: story.question,
    project: story.project,
    version: story.version,
    answeredAt: '2026-03-02T08:20:00.100Z',
    knownIssues: [
      {
        entry: story.entry,
        issue: 'Invoices of more than 99 lines are cut off',
        severity: 'minor',
        workaround: 'Split the order',
        targetFix: '1.4.1',
      },
    ],
    context: [{ entry: story.earlierEvent, title: 'Why invoices are numbered by year' }],
  },
});

export type KnownIssuesAnswered = DataOf<typeof knownIssuesAnswered>;
