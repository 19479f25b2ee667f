import { anyText, isString, text } from '@roadbook/api';
import type { Shape } from '@roadbook/api';
import {
  isSettingKey,
  keyCharactersMax,
  valueCharactersMax,
} from '../../domain/environments/settings.js';

export const settingKey: Shape = {
  says: `the key of a setting: 1 to ${keyCharactersMax} letters, digits and _ . : / -, not a sign first`,
  holds: (value) => isString(value) && isSettingKey(value),
  schema: {
    type: 'string',
    pattern: '^[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,199}$',
    maxLength: keyCharactersMax,
  },
};

export const plainValue = anyText(valueCharactersMax);

const digest = /^[0-9a-f]{64}$/;

/** What a client sends is the secret; its digest is all that comes as far as here. */
export const secretValue: Shape = {
  ...text(valueCharactersMax),
  holds: (value) => isString(value) && digest.test(value),
};
