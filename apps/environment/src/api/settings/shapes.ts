import { anyText, isString, matching, text } from '@roadbook/api';
import type { Shape } from '@roadbook/api';
import { forms, hasForm } from '@roadbook/decider';
import { settingKeyForm, valueCharactersMax } from '../../domain/environments/settings.js';

export const settingKey = matching(settingKeyForm);

export const plainValue = anyText(valueCharactersMax);

/** What a client sends is the secret; its digest is all that comes as far as here. */
export const secretValue: Shape = {
  ...text(valueCharactersMax),
  holds: (value) => isString(value) && hasForm(forms.sha256, value),
};
