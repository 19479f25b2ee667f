import { decays, entryTypes, visibilities } from '@roadbook/decider';
import { projectHappening } from '../../fields/happening.js';
import { actorId, madeId, only, role, semanticVersion } from '../../fields/names.js';
import { knownIssue } from '../../fields/notes.js';
import { objectOf, oneOf, orNull } from '../../fields/say.js';
import { anyText, text, titleMax } from '../../fields/text.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { knowledgeDeliverable, knowledgeInternal } from '../../topics/index.js';

const entryType = oneOf(entryTypes).describe('The type of the entry.');

const textMax = 20_000;
/** The release notes of 500 tickets fit in. */
const contentMax = 200_000;

const topicsOf = {
  internal: [knowledgeInternal],
  deliverable: [knowledgeDeliverable],
  both: [knowledgeInternal, knowledgeDeliverable],
};

export const entryRecorded = defineMessage({
  name: 'entry-recorded',
  version: 1,
  topic: {
    among: [knowledgeInternal, knowledgeDeliverable],
    of: ({ visibility }) => topicsOf[visibility],
  },
  summary: 'An entry was recorded in the knowledge base. Entries are superseded, never changed.',
  data: {
    ...projectHappening,
    id: madeId.describe('Id of the entry.'),
    type: entryType,
    visibility: oneOf(visibilities).describe(
      'Who may read it; on the deliverable topic it is never internal.',
    ),
    decay: oneOf(decays).describe('How fast it fades in a search.'),
    title: text(titleMax).describe('Its title.'),
    context: anyText(textMax).describe('What was the case.'),
    content: anyText(contentMax).describe('What there is to know, in Markdown.'),
    outcome: anyText(textMax).describe('What was decided, or came of it.'),
    impact: anyText(textMax).describe('What it means.'),
    author: objectOf({
      actor: actorId.describe('Who.'),
      role: role.describe('In which role.'),
    }).describe('Who wrote it, or whose deed it tells.'),
    supersedes: orNull(madeId).describe(
      'The entry that no longer stands since this one; null also where the reader may not see that one.',
    ),
    supersededBy: only(null).describe('Nothing superseded it when it was recorded.'),
    knownIssue: orNull(
      objectOf({
        severity: knownIssue.severity,
        workaround: knownIssue.workaround,
        targetFix: knownIssue.targetFix,
      }),
    ).describe('What release notes say about it; null where it is no known issue.'),
    about: objectOf({
      version: semanticVersion.optional().describe('The release; absent where it is about none.'),
    }).describe('What it is about.'),
  },
  example: {
    project: story.project,
    ...story.by('system'),
    id: story.entry,
    type: 'decision',
    visibility: 'both',
    decay: 'long',
    title: 'Release 1.4.0 is prepared',
    context: 'The candidate c0ffee1 passed every gate.',
    content: 'Companies can pay by invoice.',
    outcome: 'Prepared for promotion.',
    impact: 'The orchestrator can be asked.',
    author: { actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e', role: 'cio' },
    supersedes: null,
    supersededBy: null,
    knownIssue: null,
    about: { version: story.version },
  },
});

export type EntryRecorded = DataOf<typeof entryRecorded>;
