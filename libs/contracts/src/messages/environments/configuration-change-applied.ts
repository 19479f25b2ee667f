import { configurationChange } from '../../fields/configuration-change.js';
import { evidence } from '../../fields/evidence.js';
import { projectHappening } from '../../fields/happening.js';
import { oneOf } from '../../fields/say.js';
import { deploymentOutcome, environment } from '../../fields/words.js';
import { defineMessage } from '../../message.js';
import type { DataOf } from '../../message.js';
import * as story from '../../story.js';
import { environments } from '../../topics/index.js';

export const configurationChangeApplied = defineMessage({
  name: 'configuration-change-applied',
  version: 1,
  topic: environments,
  summary: 'A configuration change was applied to an environment, or reverted there.',
  data: {
    ...projectHappening,
    ...configurationChange,
    environment,
    direction: oneOf(['upwards', 'downwards']).describe(
      'Applied on the way up, or reverted on the way down.',
    ),
    outcome: deploymentOutcome,
    evidence,
  },
  example: {
    project: story.project,
    ...story.by('deployer'),
    change: story.change,
    what: 'Longer timeout for the invoice provider',
    environment: 'staging',
    direction: 'upwards',
    outcome: 'succeeded',
    evidence: { link: 'https://ci.example/shop/configuration/23' },
  },
});

export type ConfigurationChangeApplied = DataOf<typeof configurationChangeApplied>;
