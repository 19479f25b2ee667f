import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments, driftKinds } from '@roadbook/decider';
import type { ActorId, Environment } from '@roadbook/decider';
import type { Drift } from '../../domain/environments/drift.js';
import type { EnvironmentsView } from '../../queries/environments/get-environments.js';
import type {
  ConfigurationView,
  EnvironmentView,
  ObservationView,
} from '../../queries/environments/views.js';
import { SettingDto } from '../settings/answers.dto.js';

const known = ['known', 'unknown'] as const;

export class DriftDto implements Drift {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  setting: string;

  /**
   * `between` this environment and production, or between what was `declared` there and what was observed.
   * @example 'between'
   */
  @Holds(words(driftKinds))
  kind: Drift['kind'];

  /** @example 'staging' */
  @Holds(words(environments))
  environment: Environment;
}

export class ObservationDto implements ObservationView {
  /** @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11' */
  event: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /**
   * Recorded time of the last report that said anything new.
   * @example '2026-03-02T08:05:00.000Z'
   */
  at: string;

  /** @example 42 */
  settings: number;
}

export class EnvironmentDto implements EnvironmentView {
  /** @example 'staging' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * What it validates that the one before does not.
   * @example 'that partners can be reached, with their test accounts'
   */
  validates: string;

  /**
   * `unknown` where it was never observed, or a change was applied there and nobody has observed it since.
   * @example 'known'
   */
  @Holds(words(known))
  configuration: 'known' | 'unknown';

  /** Null while it was never observed. */
  @Holds(() => ObservationDto, { orNull: true })
  observation: ObservationDto | null;

  /**
   * The configuration changes that are being applied or reverted there, by their ids.
   * @example []
   */
  changing: string[];

  /** The drift that stands there. */
  @HoldsAll(() => DriftDto)
  drift: DriftDto[];
}

export class EnvironmentsDto implements EnvironmentsView {
  /** @example 'shop' */
  project: string;

  /** In the order of the path. */
  @HoldsAll(() => EnvironmentDto)
  environments: EnvironmentDto[];

  /**
   * Of the project's environments; the ETag says the same.
   * @example 12
   */
  revision: number;
}

export class ConfigurationDto extends EnvironmentDto implements ConfigurationView {
  /** @example 'shop' */
  project: string;

  /** In the order of their keys. */
  @HoldsAll(() => SettingDto)
  settings: SettingDto[];

  /**
   * Of the project's environments; the ETag says the same.
   * @example 12
   */
  revision: number;
}
