import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { HardRule } from '@roadbook/decider';
import { environments } from '../../domain/environments.js';
import type { Environment, ReleaseKind } from '../../domain/environments.js';
import { releaseStates } from '../../queries/releases/release-state.js';
import type { ReleaseState } from '../../queries/releases/release-state.js';
import { Is, IsTime, Maybe } from '../fields/field.js';
import { anyText, oneOf, text, whole } from '../fields/shape.js';
import { hardRule } from './holds.js';
import { commitId, projectSlug, semanticVersion } from '../fields/shapes.js';

const pageItems = 50;
const pageItemsMax = 200;
const cursorMax = 1000;
const revisionMax = 1_000_000;
const nameMax = 100;

/** Which part of a list is wanted. */
export class PageQuery {
  /** `next` of the page before; without it, the list from its beginning. */
  @Maybe()
  @Is(text(cursorMax))
  cursor?: string;

  /** The most items in the page. */
  @Maybe()
  @Type(() => Number)
  @Is(whole(1, pageItemsMax))
  @ApiProperty({ default: pageItems })
  limit: number = pageItems;
}

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

/** A point in the past: a time or a revision, not both. */
export class PointQuery {
  /** As it was at this recorded time. */
  @Maybe()
  @IsTime()
  at?: string;

  /** As it was at this revision of the release. */
  @Maybe()
  @Type(() => Number)
  @Is(whole(0, revisionMax))
  revision?: number;
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

export class ViolationsQuery extends PageQuery {
  /** One of the five hard rules. */
  @Maybe()
  @Type(() => Number)
  @Is({ ...whole(1, 5), schema: hardRule })
  rule?: HardRule;

  @Maybe()
  @Is(text(nameMax))
  actor?: string;

  @Maybe()
  @Is(semanticVersion)
  version?: string;
}

export class EventsQuery extends PageQuery {
  @Maybe()
  @Is(projectSlug)
  project?: string;

  /** The type of event; several with commas. */
  @Maybe()
  @Is(anyText(cursorMax))
  type?: string;

  @Maybe()
  @Is(text(nameMax))
  actor?: string;

  /** Recorded at this time or later. */
  @Maybe()
  @IsTime()
  from?: string;

  /** Recorded before this time. */
  @Maybe()
  @IsTime()
  to?: string;
}
