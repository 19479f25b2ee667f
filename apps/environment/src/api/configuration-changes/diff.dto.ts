import { Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { ActorId, Environment } from '@roadbook/decider';
import type {
  ChangedContent,
  ChangedScope,
  ChangeEnd,
  ConfigurationDiffDocument,
  ParityImpact,
} from '../../documents/configuration-diff/document.js';
import { parityStates } from '../../domain/environments/parity.js';
import type { ParityState } from '../../domain/environments/parity.js';
import { scopes } from '../../domain/environments/settings.js';
import type { Content, Scope } from '../../domain/environments/settings.js';
import type { ChangeStage } from '../../domain/environments/state.js';
import { DriftDto } from '../environments/answers.dto.js';
import { content } from '../settings/answers.dto.js';
import { stages } from './requests.dto.js';

export class ChangedContentDto implements ChangedContent {
  /** @example 'CHECKOUT_TIMEOUT_MS' */
  setting: string;

  /** Null where it is not set. */
  @Holds(content as never, { orNull: true })
  current: Content | null;

  /** Null where it is taken away. */
  @Holds(content as never, { orNull: true })
  proposed: Content | null;

  /** @example ['dev', 'qa', 'staging', 'production'] */
  @HoldsAll(words(environments))
  environments: Environment[];
}

export class ChangedScopeDto implements ChangedScope {
  /** @example 'DB_HOST' */
  setting: string;

  /** @example 'behaviour' */
  @Holds(words(scopes))
  current: Scope;

  /** @example 'environment' */
  @Holds(words(scopes))
  proposed: Scope;
}

export class ParityImpactDto implements ParityImpact {
  /**
   * Compared with production.
   * @example 'staging'
   */
  @Holds(words(['staging', 'qa']))
  environment: 'staging' | 'qa';

  /** @example 'mirrors' */
  @Holds(words(parityStates))
  current: ParityState;

  /** @example 'mirrors' */
  @Holds(words(parityStates))
  after: ParityState;
}

export class RiskDto {
  /** @example 'Staging drifts until the change is in production, planned for the same day.' */
  text: string;

  /** The drift that the change leaves behind where it is applied. */
  @HoldsAll(() => DriftDto)
  drift: DriftDto[];

  /**
   * Where its application failed, which stays an open risk until it is reverted.
   * @example []
   */
  @HoldsAll(words(environments))
  failedIn: Environment[];

  /**
   * Why it is being reverted; null where it is not.
   * @example null
   */
  reverting: string | null;
}

export class ChangeEndDto implements ChangeEnd {
  /** @example '2026-03-02T12:00:00.000Z' */
  at: string;

  /** @example null */
  reason: string | null;

  /**
   * Where it stays.
   * @example ['dev', 'qa', 'staging', 'production']
   */
  @HoldsAll(words(environments))
  environments: Environment[];
}

export class ApprovedDto {
  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  by: ActorId;

  /** @example '2026-03-02T09:00:00.000Z' */
  at: string;
}

/** The environment configuration diff. */
export class ConfigurationDiffDto implements ConfigurationDiffDocument {
  /** @example '9b2f0a6e-52f4-5b1d-8a39-3f1f5e0c7d21' */
  change: string;

  /**
   * When it was proposed.
   * @example '2026-03-02T08:00:00.000Z'
   */
  date: string;

  /** @example 'Longer timeout for the invoice provider' */
  what: string;

  /** @example 'The provider needs up to 40 s at the end of the month.' */
  reason: string;

  /** @example ['dev', 'qa', 'staging', 'production'] */
  @HoldsAll(words(environments))
  environments: Environment[];

  @HoldsAll(() => ChangedContentDto)
  settings: ChangedContentDto[];

  @HoldsAll(() => ChangedScopeDto)
  scopes: ChangedScopeDto[];

  /** Staging and qa, each with production. */
  @HoldsAll(() => ParityImpactDto)
  parity: [ParityImpactDto, ParityImpactDto];

  risk: RiskDto;

  /** @example 'open' */
  @Holds(words(stages))
  stage: ChangeStage;

  /** Null while it is not ended. */
  @Holds(() => ChangeEndDto, { orNull: true })
  ended: ChangeEndDto | null;

  /** By the cio who confirmed it; null before. */
  @Holds(() => ApprovedDto, { orNull: true })
  approved: ApprovedDto | null;
}
