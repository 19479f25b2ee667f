import { settingKey, settingValue } from '../../fields/configuration.js';
import { projectHappening } from '../../fields/happening.js';
import { driftKind } from '../../fields/parity.js';
import { listOf, objectOf } from '../../fields/say.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

const found = objectOf({
  setting: settingKey,
  environment: environment.describe('Where it differs.'),
  kind: driftKind,
  expected: settingValue.describe('What production has, or what configuration changes gave it.'),
  observed: settingValue.describe('What it has.'),
});

export const driftFound = defineMessage({
  name: 'drift-found',
  version: 1,
  topic: environments,
  summary:
    'An observation shows differences in settings that affect behaviour. Until they are resolved those in staging and production block production, those in qa block it for standard releases, and those in dev block nothing.',
  data: {
    ...projectHappening,
    environment,
    drift: listOf(found).describe('What was found by this observation, each difference once.'),
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    environment: 'staging',
    drift: [
      {
        setting: 'payment.timeout',
        environment: 'staging',
        kind: 'between',
        expected: { value: '30s' },
        observed: { value: '45s' },
      },
    ],
  },
});

export type DriftFound = DataOf<typeof driftFound>;
