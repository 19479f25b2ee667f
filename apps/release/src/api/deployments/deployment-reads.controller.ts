import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetDeployment } from '../../queries/deployments/get-deployment.js';
import { ListDeploymentRequests } from '../../queries/deployments/list-deployment-requests.js';
import { DeploymentPath } from '../asking/paths.dto.js';
import { listed, listNamed, pageOf, ReadRoute, ProjectPath, Topic } from '@roadbook/api';
import { DeploymentsQuery } from '../reading/questions.dto.js';
import { DeploymentDto } from './answers.dto.js';
import { DeploymentRequestDto } from './requests.dto.js';

@Topic('deployments', 'v1/projects/:project')
export class DeploymentReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('deployments')
  @ReadRoute({
    operationId: 'listDeployments',
    summary: 'What deployers are asked to do: deployments to claim and report, and rollbacks',
    description:
      'With everything needed to act: candidate, deadline, plan, and the checks to report.',
    answer: DeploymentRequestDto,
    list: true,
  })
  async requested(@Param() { project }: ProjectPath, @Query() query: DeploymentsQuery) {
    const list = listNamed(`deployments of ${project}`, query);
    const { environment } = query;
    const asked = new ListDeploymentRequests(project, { environment }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('releases/:version/deployments/:deployment')
  @ReadRoute({
    operationId: 'getDeployment',
    summary: 'A deployment: who claimed it, what was reported, how it ended',
    answer: DeploymentDto,
  })
  get(@Param() { project, version, deployment }: DeploymentPath) {
    return this.queries.execute(new GetDeployment(project, version, deployment));
  }
}
