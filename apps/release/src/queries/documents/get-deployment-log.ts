import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { DeploymentLogRow } from '../../projections/deployment-log/row.js';
import { deploymentLogs } from '../../projections/documents.js';
import { CurrentRows } from '../current-rows.js';

/** What the deployment logs of a release are made of; `logAsOf` finds the one that is asked for. */
export class GetDeploymentLog extends Query<DeploymentLogRow> {
  constructor(
    readonly project: string,
    readonly version: string,
  ) {
    super();
  }
}

@QueryHandler(GetDeploymentLog)
export class GetDeploymentLogHandler implements IQueryHandler<GetDeploymentLog> {
  constructor(private readonly current: CurrentRows) {}

  /** @throws UnknownProject, UnknownRelease */
  execute({ project, version }: GetDeploymentLog): Promise<DeploymentLogRow> {
    return this.current.ofRelease(deploymentLogs, project, version);
  }
}
