import { CommandDto, Is, Maybe, oneOf, ProjectPath, Rule } from '@roadbook/api';
import { scopes } from '../../domain/environments/settings.js';
import type { Content, Scope, Setting } from '../../domain/environments/settings.js';
import { plainValue, secretValue, settingKey } from './shapes.js';

export class SettingPath extends ProjectPath {
  /**
   * The key of the setting.
   * @example 'CHECKOUT_TIMEOUT_MS'
   */
  @Is(settingKey)
  setting: string;
}

export class DeclareScopeDto extends CommandDto {
  /**
   * Whether it affects behaviour, or only says where an environment is.
   * @example 'environment'
   */
  @Is(oneOf(scopes))
  scope: Scope;
}

interface Held {
  readonly value?: string;
  readonly secret?: string;
}

/** A setting as it stands in an environment: with a value, or with a secret. */
export class ReportedSettingDto {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  @Is(settingKey)
  @Rule(
    'the key of a setting that has a value or a secret, and not both',
    (_, { value, secret }: Held) => (value === undefined) !== (secret === undefined),
  )
  setting: string;

  /**
   * What a plain setting holds. What looks like a secret, or is one by the name of the setting, is refused here.
   * @example '30000'
   */
  @Maybe()
  @Is(plainValue)
  value?: string;

  /** What a secret setting holds. It is replaced by a digest before anything is logged, stored or queued. */
  @Maybe()
  @Is(secretValue)
  secret?: string;
}

/** What comes in as a secret is its digest by now. */
export const contentOfField = ({ value = '', secret }: Held): Content =>
  secret === undefined ? { value } : { digest: secret };

export const settingOf = (reported: ReportedSettingDto): Setting => ({
  setting: reported.setting,
  ...contentOfField(reported),
});
