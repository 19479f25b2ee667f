import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { logAsOf } from '../../projections/deployment-log/as-of.js';
import type { WhichLog } from '../../projections/deployment-log/as-of.js';
import type { DeploymentLog, DeploymentLogRow } from '../../projections/deployment-log/row.js';
import { deploymentLogs } from '../../projections/documents.js';
import { ReleaseRows } from '../release-rows.js';

/** The row of a release's deployment logs, and the one that was asked for; `undefined` when there is no such log. */
export interface DeploymentLogView {
  readonly row: DeploymentLogRow;
  readonly log: DeploymentLog | undefined;
}

export class GetDeploymentLog extends Query<DeploymentLogView> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly which: WhichLog = {},
  ) {
    super();
  }
}

@QueryHandler(GetDeploymentLog)
export class GetDeploymentLogHandler implements IQueryHandler<GetDeploymentLog> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject, UnknownRelease */
  async execute({ project, version, which }: GetDeploymentLog): Promise<DeploymentLogView> {
    const row = await this.current.ofRelease(deploymentLogs, project, version);
    return { row, log: logAsOf(row, which) };
  }
}
