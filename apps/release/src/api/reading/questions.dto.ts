import type { Environment } from '@roadbook/decider';
import type { ReleaseKind } from '../../domain/environments.js';
import { releaseStates } from '../../queries/releases/release-state.js';
import type { ReleaseState } from '../../queries/releases/release-state.js';
import {
  AnyViolationsQuery,
  Is,
  IsTime,
  Maybe,
  oneOf,
  PageQuery,
  PointQuery,
  commitId,
  semanticVersion,
} from '@roadbook/api';
import { environments } from '@roadbook/decider';

export class ReleasesQuery extends PageQuery {
  /** Where the release is. */
  @Maybe()
  @Is(oneOf(releaseStates))
  state?: ReleaseState;

  @Maybe()
  @Is(oneOf(['standard', 'hotfix']))
  kind?: ReleaseKind;

  /** Planned at this time or later. */
  @Maybe()
  @IsTime()
  from?: string;

  /** Planned before this time. */
  @Maybe()
  @IsTime()
  to?: string;

  /** Verified in production at this time or later. */
  @Maybe()
  @IsTime()
  liveFrom?: string;

  /** Verified in production before this time. */
  @Maybe()
  @IsTime()
  liveTo?: string;
}

export class EligibilityQuery extends PointQuery {
  /**
   * The environment to be deployed to.
   * @example 'production'
   */
  @Is(oneOf(environments))
  environment: Environment;
}

export class LogQuery {
  /** As the log stood at the end of this environment. */
  @Maybe()
  @Is(oneOf(environments))
  environment?: Environment;

  /** The log of this candidate; without it, the one that was prepared last. */
  @Maybe()
  @Is(commitId)
  candidate?: string;
}

export class DeploymentsQuery extends PageQuery {
  @Maybe()
  @Is(oneOf(environments))
  environment?: Environment;
}

export class ViolationsQuery extends AnyViolationsQuery {
  @Maybe()
  @Is(semanticVersion)
  version?: string;
}
