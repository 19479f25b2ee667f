import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import type { ProjectView } from '../../queries/projects/project-view.js';
import { Holds, HoldsAll, words } from '@roadbook/api';

export class MeDto {
  /**
   * The id under which everything that you do is recorded.
   * @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e'
   */
  actor: ActorId;

  /** @example ['cio'] */
  @HoldsAll(words(roles))
  roles: Role[];

  /**
   * The projects that your token is limited to; null when it is for every project.
   * @example ['shop']
   */
  projects: string[] | null;
}

export class InProductionDto {
  /** @example '1.3.2' */
  version: string;

  /**
   * When it was verified there, or restored by a rollback; recorded time.
   * @example '2026-02-20T10:00:00.000Z'
   */
  since: string;
}

export class ProjectDto implements ProjectView {
  /** @example 'shop' */
  project: string;

  /** @example 'The shop' */
  name: string;

  /** @example '2026-02-02T07:00:00.000Z' */
  registeredAt: string;

  /** What was verified in production and not rolled back since; null while there is nothing. */
  @Holds(() => InProductionDto, { orNull: true })
  production: InProductionDto | null;

  /**
   * How many events are on record about it; who was told of them doesn't count.
   * @example 412
   */
  events: number;
}
