import { TakesSecret } from '@roadbook/http';
import { valueCharactersMax } from '../../domain/environments/settings.js';

/** Method decorator: settings in the body can hold a `secret`, which is replaced by its digest before anything else looks at it; a plain one can't. */
export const TakesSecrets = (): MethodDecorator =>
  TakesSecret({
    field: 'secret',
    charactersMax: valueCharactersMax,
    plain: { name: 'setting', value: 'value' },
    belongsTo: (path, { setting }) => [
      (path as { readonly project: string }).project,
      typeof setting === 'string' ? setting : '',
    ],
  });
