import { z } from 'zod';
import { sha256 } from './names.js';
import { listOf, must, objectOf, oneOf, orNull } from './say.js';
import { anyText, matching } from './text.js';
import { environment } from './words.js';

const valueMax = 4_000;

export const settingKey = matching({
  pattern: /^[!-~]{1,200}$/,
  charactersMax: 200,
  says: 'the key of a setting: 1 to 200 visible characters of ASCII without spaces',
}).describe('The key of the setting.');

export const settingScope = oneOf(['behaviour', 'environment']).describe(
  'Whether the setting affects behaviour, or is specific to the environment and may differ.',
);

/** What a setting has, as everybody may see it; null where it is not set. */
export const settingValue = orNull(
  z.union(
    [
      objectOf({ value: anyText(valueMax).describe('The value of a plain setting.') }),
      objectOf({
        digest: sha256.describe(
          'Keyed digest of a secret: equal values of one setting have equal digests, and that is all it tells. The value is never sent.',
        ),
      }),
    ],
    must('an object with a value, or with the digest of a secret'),
  ),
);

export const environmentList = listOf(environment, { max: 4 });

const changedSetting = objectOf({
  setting: settingKey,
  scope: settingScope,
  current: settingValue.describe('What it has now; null where it is not set.'),
  proposed: settingValue.describe('What it is to have; null where it is to be removed.'),
  environments: environmentList.describe('Where.'),
});

/** What a configuration change does: current against proposed. */
export const configurationDiff = listOf(changedSetting).describe(
  'Current against proposed. A setting whose current value differs between environments has a row for each.',
);
