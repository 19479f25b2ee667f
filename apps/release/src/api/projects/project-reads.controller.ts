import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { GetProject } from '../../queries/projects/get-project.js';
import { ListProjects } from '../../queries/projects/list-projects.js';
import { listed, pageOf, ReadRoute, ProjectPath, Topic, PageQuery } from '@roadbook/api';
import { ProjectDto } from './answers.dto.js';

@Topic('projects', 'v1')
export class ProjectReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('projects')
  @ReadRoute({
    operationId: 'listProjects',
    summary: 'The registered projects',
    answer: ProjectDto,
    list: true,
  })
  async list(@Query() query: PageQuery, @Caller() { projects }: Identity) {
    const page = pageOf('projects', query);
    return listed('projects', await this.queries.execute(new ListProjects(page, projects)));
  }

  @Get('projects/:project')
  @ReadRoute({
    operationId: 'getProject',
    summary: 'A project, and what stands in production',
    answer: ProjectDto,
  })
  get(@Param() path: ProjectPath) {
    return this.queries.execute(new GetProject(path.project));
  }
}
