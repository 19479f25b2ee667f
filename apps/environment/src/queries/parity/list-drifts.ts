import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Environment } from '@roadbook/decider';
import type { Page, PageRequest } from '@roadbook/questions';
import { drifts } from '../../projections/drifts/drifts.js';
import type { DriftRow } from '../../projections/drifts/drifts.js';
import { EnvironmentRows } from '../environment-rows.js';

export type DriftView = DriftRow;
export type DriftTimeView = DriftRow['times'][number];

/** The drift of a project with when it stood, what was found last first. */
export class ListDrifts extends Query<Page<DriftRow>> {
  constructor(
    readonly project: string,
    readonly filter: { readonly standing?: boolean; readonly environment?: Environment },
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListDrifts)
export class ListDriftsHandler implements IQueryHandler<ListDrifts> {
  constructor(private readonly current: EnvironmentRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListDrifts): Promise<Page<DriftRow>> {
    const { standing, environment } = filter;
    const rows = await this.current.ofProject(project);
    const found = await rows.page(drifts, {
      where: {
        project,
        environment,
        ...(standing !== undefined && { standing: standing ? 1 : 0 }),
      },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return { items: found.rows, next: found.next };
  }
}
