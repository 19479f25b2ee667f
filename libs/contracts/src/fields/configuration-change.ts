import { configurationDiff, environmentList } from './configuration.js';
import { madeId } from './names.js';
import { noteMax, sentenceMax, text, titleMax } from './text.js';
import { parityImpact } from './parity.js';

export const configurationChange = {
  change: madeId.describe('Id of the configuration change.'),
  what: text(titleMax).describe('What is changing.'),
};

/** Everything that the diff of a configuration change shows. */
export const plannedConfigurationChange = {
  ...configurationChange,
  why: text(noteMax).describe('Why.'),
  risk: text(sentenceMax).describe(
    'Whether it creates drift; if so, its impact and when parity is restored.',
  ),
  environments: environmentList.describe('Where it is applied, from the lowest upwards.'),
  diff: configurationDiff,
  parity: parityImpact,
};
