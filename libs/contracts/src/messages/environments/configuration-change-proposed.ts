import { plannedConfigurationChange } from '../../fields/configuration-change.js';
import { projectHappening } from '../../fields/happening.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const configurationChangeProposed = defineMessage({
  name: 'configuration-change-proposed',
  version: 1,
  topic: environments,
  summary:
    'A change to settings is annotated: what, where, why, its diff, and what it does to parity.',
  data: { ...projectHappening, ...plannedConfigurationChange },
  example: {
    project: story.project,
    ...story.by('cio'),
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
  },
});

export type ConfigurationChangeProposed = DataOf<typeof configurationChangeProposed>;
