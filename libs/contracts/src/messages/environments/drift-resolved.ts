import { settingKey } from '../../fields/configuration.js';
import { projectHappening } from '../../fields/happening.js';
import { madeId } from '../../fields/names.js';
import { driftKind } from '../../fields/parity.js';
import { listOf, objectOf } from '../../fields/say.js';
import { time } from '../../fields/time.js';
import { environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

const resolved = objectOf({
  setting: settingKey,
  environment: environment.describe('Where it differed.'),
  kind: driftKind,
  foundBy: madeId.describe('Id of the event by which it was found.'),
  foundAt: time.describe('When it was found.'),
});

export const driftResolved = defineMessage({
  name: 'drift-resolved',
  version: 1,
  topic: environments,
  summary: 'An observation shows that differences are gone.',
  data: {
    ...projectHappening,
    environment,
    drift: listOf(resolved).describe('What was resolved by this observation.'),
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
        foundBy: story.earlierEvent,
        foundAt: '2026-03-01T14:00:00.000Z',
      },
    ],
  },
});

export type DriftResolved = DataOf<typeof driftResolved>;
