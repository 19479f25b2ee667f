import { actorId, projectSlug, role, semanticVersion } from '../../fields/names.js';
import { time } from '../../fields/time.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { questions } from '../../topics/index.js';

export const knownIssuesAsked = defineMessage({
  name: 'known-issues-asked',
  version: 1,
  topic: questions,
  summary: 'The knowledge base is asked for known issues and context, to compile release notes.',
  data: {
    project: projectSlug,
    version: semanticVersion,
    askedAt: time.describe('When it was asked.'),
    deadline: time.describe('Until when it can be answered; later nobody waits.'),
    actor: actorId.describe('For whose command it is asked.'),
    role: role.describe('In which role that is given.'),
  },
  example: {
    project: story.project,
    version: story.version,
    askedAt: '2026-03-02T08:20:00.000Z',
    deadline: '2026-03-02T08:20:05.000Z',
    actor: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
    role: 'cio',
  },
});

export type KnownIssuesAsked = DataOf<typeof knownIssuesAsked>;
