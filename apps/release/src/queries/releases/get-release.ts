import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { EnvironmentView } from '../viewing/environment-view.js';
import { answered } from '../viewing/surroundings.js';
import { Views } from '../viewing/views.js';
import { releaseOverview } from './overview.js';
import type { ReleaseOverview } from './overview.js';

export class GetRelease extends Query<ReleaseOverview> {
  constructor(
    readonly project: string,
    readonly version: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetRelease)
export class GetReleaseHandler implements IQueryHandler<GetRelease> {
  constructor(
    private readonly views: Views,
    private readonly environments: EnvironmentView,
  ) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async execute({ project, version, point }: GetRelease): Promise<ReleaseOverview> {
    const viewed = await this.views.of(project, version, point);
    const known = await this.environments.of(project, version, point ? viewed.standpoint.at : null);
    return releaseOverview({ ...viewed, standpoint: answered(viewed.standpoint, known) });
  }
}
