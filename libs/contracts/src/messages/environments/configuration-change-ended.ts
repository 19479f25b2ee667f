import { plannedConfigurationChange } from '../../fields/configuration-change.js';
import { projectHappening } from '../../fields/happening.js';
import { actorId } from '../../fields/names.js';
import { drift } from '../../fields/parity.js';
import { listOf, oneOf, orNull } from '../../fields/say.js';
import { noteMax, text } from '../../fields/text.js';
import { time } from '../../fields/time.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const configurationChangeEnded = defineMessage({
  name: 'configuration-change-ended',
  version: 1,
  topic: environments,
  summary: 'A configuration change is applied everywhere, withdrawn, or reverted.',
  data: {
    ...projectHappening,
    ...plannedConfigurationChange,
    result: oneOf(['completed', 'withdrawn', 'reverted']).describe('How it ended.'),
    reason: orNull(text(noteMax)).describe(
      'Why it was withdrawn or reverted; null where it was completed.',
    ),
    appliedIn: listOf(environment, { min: 0, max: 4 }).describe(
      'Where it was applied at some time; empty where it never was.',
    ),
    proposedBy: actorId.describe('Who proposed it.'),
    proposedAt: time.describe('When.'),
    confirmedBy: orNull(actorId).describe('The cio who confirmed it; null where nobody had.'),
    confirmedAt: orNull(time).describe('When.'),
    reviewedBy: orNull(actorId).describe('The cto who reviewed it; null where nobody had.'),
    reviewedAt: orNull(time).describe('When.'),
    drift,
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    change: story.change,
    what: 'Longer timeout for the invoice provider',
    why: 'The provider needs up to 40 s at the end of the month.',
    risk: 'Staging drifts from production until the change is in production, planned for the same day.',
    environments: ['staging', 'production'],
    diff: [
      {
        setting: 'payment.timeout',
        scope: 'behaviour',
        current: { value: '30s' },
        proposed: { value: '45s' },
        environments: ['staging', 'production'],
      },
    ],
    parity: {
      before: { staging: 'mirrors', qa: 'mirrors' },
      after: { staging: 'mirrors', qa: 'drifts' },
    },
    result: 'completed',
    reason: null,
    appliedIn: ['staging', 'production'],
    proposedBy: 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e',
    proposedAt: '2026-03-01T08:00:00.000Z',
    confirmedBy: 'a_0c8ee6a94c4d1c1c3d5b2f6e7a8b9c0d',
    confirmedAt: '2026-03-01T09:00:00.000Z',
    reviewedBy: 'a_77b1c2d3e4f5061728394a5b6c7d8e9f',
    reviewedAt: '2026-03-01T10:00:00.000Z',
    drift: [],
  },
});

export type ConfigurationChangeEnded = DataOf<typeof configurationChangeEnded>;
