import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import { scopes } from '../../domain/environments/settings.js';
import type { Content, Scope } from '../../domain/environments/settings.js';
import type { SettingEverywhereView, SettingView } from '../../queries/environments/views.js';

/** What a setting holds: the text of a plain one, or the digest of a secret. */
export const content = {
  oneOf: [
    {
      type: 'object',
      required: ['value'],
      properties: { value: { type: 'string', example: '30000' } },
    },
    {
      type: 'object',
      required: ['digest'],
      properties: {
        digest: {
          type: 'string',
          description:
            'Equal secrets of one setting have equal digests, and that is all that it tells.',
          example: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        },
      },
    },
  ],
} as const;

class HeldDto {
  /** What was observed; null where it is not there. */
  @Holds(content as never, { orNull: true })
  observed: Content | null;

  /**
   * Since when it stands so; recorded time, as is `declaredSince`.
   * @example '2026-03-02T08:05:00.000Z'
   */
  observedSince: string | null;

  /**
   * Whether a configuration change gave it anything.
   * @example false
   */
  isDeclared: boolean;

  /** What configuration changes gave it last; null also where that took it away. */
  @Holds(content as never, { orNull: true })
  declared: Content | null;

  /** @example null */
  declaredSince: string | null;
}

export class SettingDto extends HeldDto implements SettingView {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  setting: string;

  /**
   * What nobody declared affects behaviour.
   * @example 'behaviour'
   */
  @Holds(words(scopes))
  scope: Scope;
}

export class SettingInEnvironmentDto extends HeldDto {
  /** @example 'staging' */
  @Holds(words(environments))
  environment: Environment;
}

export class SettingEverywhereDto implements SettingEverywhereView {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  setting: string;

  /** @example 'behaviour' */
  @Holds(words(scopes))
  scope: Scope;

  /** Those in which it was observed or declared. */
  @HoldsAll(() => SettingInEnvironmentDto)
  environments: SettingInEnvironmentDto[];
}
