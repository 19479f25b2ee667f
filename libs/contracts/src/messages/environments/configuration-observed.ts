import { settingKey, settingScope, settingValue } from '../../fields/configuration.js';
import { projectHappening } from '../../fields/happening.js';
import { listOf, objectOf, wholeNumber } from '../../fields/say.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

const changed = objectOf({
  setting: settingKey,
  scope: settingScope,
  before: settingValue.describe('What it had; null where it was not set.'),
  now: settingValue.describe('What it has; null where it is not there any more.'),
});

export const configurationObserved = defineMessage({
  name: 'configuration-observed',
  version: 1,
  topic: environments,
  summary: 'A deployer reported the whole configuration of an environment.',
  data: {
    ...projectHappening,
    environment,
    settings: wholeNumber(0, 1_000_000).describe('How many settings it has.'),
    changed: listOf(changed, { min: 0 }).describe(
      'What is another than at the observation before; everything at the first.',
    ),
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    environment: 'staging',
    settings: 42,
    changed: [
      {
        setting: 'payment.timeout',
        scope: 'behaviour',
        before: { value: '30s' },
        now: { value: '45s' },
      },
    ],
  },
});

export type ConfigurationObserved = DataOf<typeof configurationObserved>;
