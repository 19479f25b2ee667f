import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { Environment } from '@roadbook/decider';
import type { DiffLine, ScopeLine } from '../../domain/environments/diff.js';
import { parityStates } from '../../domain/environments/parity.js';
import type { Parity, ParityState } from '../../domain/environments/parity.js';
import { scopes } from '../../domain/environments/settings.js';
import type { Content, Scope } from '../../domain/environments/settings.js';
import type { ChangeStage } from '../../domain/environments/state.js';
import type { ConfigurationChangeView } from '../../queries/configuration-changes/change-view.js';
import { DriftDto } from '../environments/answers.dto.js';
import { DoneDto } from '../pipeline/change.dto.js';
import { content } from '../settings/answers.dto.js';
import {
  ApplicationDto,
  ConfigurationAuthorizationDto,
  ConfigurationEndDto,
  ConfigurationReversalDto,
  ConfigurationReviewDto,
  StandingConfigurationWindowDto,
} from './change-parts.dto.js';
import { stages } from './requests.dto.js';

export class DiffLineDto implements DiffLine {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  setting: string;

  /** Null where it is not set. */
  @Holds(content as never, { orNull: true })
  from: Content | null;

  /** Null where it is taken away. */
  @Holds(content as never, { orNull: true })
  to: Content | null;

  /** @example ['dev', 'qa', 'staging', 'production'] */
  @HoldsAll(words(environments))
  environments: Environment[];
}

export class ScopeLineDto implements ScopeLine {
  /** @example 'DB_HOST' */
  setting: string;

  /** @example 'behaviour' */
  @Holds(words(scopes))
  from: Scope;

  /** @example 'environment' */
  @Holds(words(scopes))
  to: Scope;
}

export class ParityPairsDto implements Parity {
  /** @example 'mirrors' */
  @Holds(words(parityStates))
  staging: ParityState;

  /** @example 'mirrors' */
  @Holds(words(parityStates))
  qa: ParityState;
}

/** A configuration change, from its proposal to its end. */
export class ConfigurationChangeDto implements ConfigurationChangeView {
  /** @example 'shop' */
  project: string;

  /** @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' */
  change: string;

  /** @example 'open' */
  @Holds(words(stages))
  stage: ChangeStage;

  /** @example 'Longer timeout for the invoice provider' */
  what: string;

  /** @example 'The provider needs up to 40 s at the end of the month.' */
  reason: string;

  /** @example 'Staging drifts until the change is in production, planned for the same day.' */
  risk: string;

  /**
   * Upwards.
   * @example ['dev', 'qa', 'staging', 'production']
   */
  @HoldsAll(words(environments))
  environments: Environment[];

  /** Current against proposed, as it was when the change was proposed. */
  @HoldsAll(() => DiffLineDto)
  diff: DiffLineDto[];

  @HoldsAll(() => ScopeLineDto)
  scopes: ScopeLineDto[];

  /** Parity with production when the change was proposed. */
  before: ParityPairsDto;

  /** Parity with production once the change is everywhere. */
  after: ParityPairsDto;

  /** The drift that the change leaves behind where it is applied. */
  @HoldsAll(() => DriftDto)
  drift: DriftDto[];

  proposed: DoneDto;

  @Holds(() => DoneDto, { orNull: true })
  confirmed: DoneDto | null;

  @Holds(() => ConfigurationReviewDto, { orNull: true })
  review: ConfigurationReviewDto | null;

  authorization: ConfigurationAuthorizationDto;

  window: StandingConfigurationWindowDto;

  /** Those that were ordered, in the order in which they were. */
  @HoldsAll(() => ApplicationDto)
  applications: ApplicationDto[];

  /** Who ordered it reverted, and why. */
  @Holds(() => ConfigurationReversalDto, { orNull: true })
  reversal: ConfigurationReversalDto | null;

  @Holds(() => ConfigurationEndDto, { orNull: true })
  ended: ConfigurationEndDto | null;

  /** @example 17 */
  position: number;

  /**
   * Of the project's environments, when something last happened to this change.
   * @example 12
   */
  revision: number;
}
