import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { ListDeploymentRequests } from '../../queries/deployments/list-deployment-requests.js';
import { GetProject } from '../../queries/projects/get-project.js';
import { ListProjects } from '../../queries/projects/list-projects.js';
import { ProjectPath } from '../asking/paths.dto.js';
import { Topic } from '../asking/topic.js';
import { listed, listNamed, pageOf } from '../reading/pages.js';
import { DeploymentsQuery, PageQuery } from '../reading/questions.dto.js';
import { ReadRoute } from '../reading/read-route.js';

const project = {
  project: 'shop',
  name: 'The shop',
  registeredAt: '2026-03-02T07:00:00.000Z',
  production: { version: '1.3.2', since: '2026-02-20T10:00:00.000Z' },
  events: 412,
};

const request = {
  project: 'shop',
  version: '1.4.0',
  environment: 'dev',
  deployment: {
    deployment: '7c9e6679-7425-50de-944b-e07fc1f90ae7',
    candidate: 'c0ffee1',
    attempt: 1,
    deadline: '2026-03-02T09:00:00.000Z',
  },
  rollback: null,
  requiredChecks: ['smoke-tests'],
};

@Topic('projects', 'v1')
export class ProjectReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('projects')
  @ReadRoute({
    operationId: 'listProjects',
    summary: 'The registered projects',
    answer: { items: [project], next: null },
  })
  async list(@Query() query: PageQuery, @Caller() { projects }: Identity) {
    const page = pageOf('projects', query);
    return listed('projects', await this.queries.execute(new ListProjects(page, projects)));
  }

  @Get('projects/:project')
  @ReadRoute({
    operationId: 'getProject',
    summary: 'A project, and what stands in production',
    answer: project,
  })
  get(@Param() path: ProjectPath) {
    return this.queries.execute(new GetProject(path.project));
  }

  @Get('projects/:project/deployments')
  @ReadRoute({
    operationId: 'listDeployments',
    summary: 'What deployers are asked to do: deployments to claim and report, and rollbacks',
    description:
      'With everything needed to act: candidate, deadline, plan, and the checks to report.',
    answer: { items: [request], next: null },
  })
  async deployments(@Param() path: ProjectPath, @Query() query: DeploymentsQuery) {
    const list = listNamed(`deployments of ${path.project}`, query);
    const { environment } = query;
    const asked = new ListDeploymentRequests(path.project, { environment }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }
}
