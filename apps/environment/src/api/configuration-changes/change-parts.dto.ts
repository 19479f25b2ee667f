import { EvidenceDto, Holds, HoldsAll, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';
import type { ActorId, Environment } from '@roadbook/decider';
import type { Application } from '../../domain/environments/state.js';
import type {
  ApplicationView,
  AuthorizationView,
  EndView,
  ReviewView,
  WindowView,
} from '../../queries/configuration-changes/change-view.js';
import { DoneDto } from '../pipeline/change.dto.js';

/** Lists that the compiler keeps complete. */
const applicationStates = Object.keys({
  ordered: true,
  applied: true,
  failed: true,
  reverting: true,
  'reversal-failed': true,
  reverted: true,
} satisfies Record<Application['is'], true>);
const authorizationStates = Object.keys({
  absent: true,
  requested: true,
  granted: true,
  denied: true,
} satisfies Record<AuthorizationView['state'], true>);
const windowStates = Object.keys({
  absent: true,
  proposed: true,
  confirmed: true,
  lapsed: true,
} satisfies Record<WindowView['state'], true>);

export class ConfigurationReviewDto extends DoneDto implements ReviewView {
  /** @example 'passed' */
  @Holds(words(['passed', 'failed']))
  verdict: 'passed' | 'failed';

  /** @example 'The connection pool is large enough.' */
  note: string;
}

/** The orchestrator's yes for production. */
export class ConfigurationAuthorizationDto implements AuthorizationView {
  /** @example 'granted' */
  @Holds(words(authorizationStates))
  state: AuthorizationView['state'];

  /**
   * Who requested it, granted it or denied it last.
   * @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e'
   */
  by: ActorId | null;

  /** @example '2026-03-02T08:05:00.000Z' */
  at: string | null;

  /**
   * Why it was denied.
   * @example null
   */
  reason: string | null;
}

export class StandingConfigurationWindowDto implements WindowView {
  /** @example 'confirmed' */
  @Holds(words(windowStates))
  state: WindowView['state'];

  /** @example '2026-03-02T08:00:00.000Z' */
  start: string | null;

  /** @example '2026-03-02T16:00:00.000Z' */
  end: string | null;

  /**
   * Who proposed it, or confirmed it.
   * @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e'
   */
  by: ActorId | null;
}

export class ApplicationDto implements ApplicationView {
  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  /** @example 'applied' */
  @Holds(words(applicationStates))
  state: Application['is'];

  /** @example '2026-03-02T08:05:00.000Z' */
  orderedAt: string;

  /**
   * When a deployer last reported on it.
   * @example '2026-03-02T08:06:00.000Z'
   */
  reportedAt: string | null;

  @Holds(() => EvidenceDto, { orNull: true })
  evidence: EvidenceDto | null;

  /**
   * When the environment was observed as the change says.
   * @example '2026-03-02T08:07:00.000Z'
   */
  observedAt: string | null;
}

export class ConfigurationReversalDto extends DoneDto {
  /** @example 'The provider has become faster again.' */
  reason: string;
}

export class ConfigurationEndDto extends DoneDto implements EndView {
  /**
   * Why it was withdrawn or reverted; null where it was completed.
   * @example null
   */
  reason: string | null;

  /**
   * Where it stays.
   * @example ['dev', 'qa', 'staging', 'production']
   */
  @HoldsAll(words(environments))
  environments: Environment[];
}
