import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
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
  constructor(private readonly views: Views) {}

  /** @throws UnknownProject, UnknownRelease, NotYetHappened */
  async execute({ project, version, point }: GetRelease): Promise<ReleaseOverview> {
    return releaseOverview(await this.views.of(project, version, point));
  }
}
