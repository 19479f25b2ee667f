import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { projects } from '../../projections/projects/projects.js';
import { ReleaseRows } from '../release-rows.js';
import type { Page, PageRequest } from '@roadbook/questions';
import { projectView } from './project-view.js';
import type { ProjectView } from './project-view.js';

/** The registered projects, in the order of their slugs. */
export class ListProjects extends Query<Page<ProjectView>> {
  constructor(
    readonly page: PageRequest,
    /** The only ones that are wanted; absent for all. */
    readonly only?: readonly string[],
  ) {
    super();
  }
}

/** Before every time: what is not registered has none. */
const ever = '';

@QueryHandler(ListProjects)
export class ListProjectsHandler implements IQueryHandler<ListProjects> {
  constructor(private readonly current: ReleaseRows) {}

  async execute({ page, only }: ListProjects): Promise<Page<ProjectView>> {
    const rows = await this.current.upToNow();
    const where = { project: only, registeredAt: { from: ever } };
    const found = await rows.page(projects, { where, orderBy: ['project'], ...page });
    return { items: found.rows.map(projectView), next: found.next };
  }
}
