import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { ReleaseRows } from '../release-rows.js';
import { projectView } from './project-view.js';
import type { ProjectView } from './project-view.js';

export class GetProject extends Query<ProjectView> {
  constructor(readonly project: string) {
    super();
  }
}

@QueryHandler(GetProject)
export class GetProjectHandler implements IQueryHandler<GetProject> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject */
  async execute({ project }: GetProject): Promise<ProjectView> {
    const { row } = await this.current.ofProject(project);
    return projectView(row);
  }
}
