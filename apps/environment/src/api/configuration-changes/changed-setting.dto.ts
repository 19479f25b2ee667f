import { AreAll, Is, Maybe, oneOf, Rule, yesOrNo } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { ChangedSetting } from '../../domain/environments/diff.js';
import { scopes } from '../../domain/environments/settings.js';
import type { Scope } from '../../domain/environments/settings.js';
import { contentOfField } from '../settings/requests.dto.js';
import { plainValue, secretValue, settingKey } from '../settings/shapes.js';

interface Said {
  readonly value?: string;
  readonly secret?: string;
  readonly removed?: boolean;
}

const saysOneThingAtMost = (_: unknown, { value, secret, removed }: Said): boolean =>
  [value, secret, removed === true ? true : undefined].filter((one) => one !== undefined).length <=
  1;

/** A setting that gets another value or secret, is removed, or gets another scope. */
export class ChangedSettingDto {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  @Is(settingKey)
  @Rule(
    'the key of a setting that gets a value or a secret or is removed, only one of these',
    saysOneThingAtMost,
  )
  setting: string;

  /**
   * The environments in which it changes so; all that the change concerns unless said.
   * @example ['staging', 'production']
   */
  @Maybe()
  @AreAll(oneOf(environments), { max: environments.length })
  environments?: Environment[];

  /**
   * What a plain setting gets. What looks like a secret, or is one by the name of the setting, is refused here.
   * @example '45000'
   */
  @Maybe()
  @Is(plainValue)
  value?: string;

  /** What a secret setting gets. It is replaced by a digest before anything is logged, stored or queued. */
  @Maybe()
  @Is(secretValue)
  secret?: string;

  /**
   * Takes the setting away.
   * @example false
   */
  @Maybe()
  @Is(yesOrNo)
  removed?: boolean;

  /**
   * The scope that it gets once the change is everywhere.
   * @example 'behaviour'
   */
  @Maybe()
  @Is(oneOf(scopes))
  scope?: Scope;
}

export function changedSettingOf(
  said: ChangedSettingDto,
  all: readonly Environment[],
): ChangedSetting {
  const { setting, environments: some = all, value, secret, removed, scope } = said;
  const hasContent = value !== undefined || secret !== undefined;
  return {
    setting,
    environments: some,
    ...(hasContent && { to: contentOfField(said) }),
    ...(removed === true && { to: null }),
    ...(scope !== undefined && { scope }),
  };
}
