import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { rollbackReports } from '../../projections/documents.js';
import type { RollbackReportRow } from '../../projections/rollback-report/row.js';
import { ReleaseRows } from '../release-rows.js';

/** What the rollback report of a release is made of; `rollback` is null while it was not rolled back. */
export class GetRollbackReport extends Query<RollbackReportRow> {
  constructor(
    readonly project: string,
    readonly version: string,
  ) {
    super();
  }
}

@QueryHandler(GetRollbackReport)
export class GetRollbackReportHandler implements IQueryHandler<GetRollbackReport> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject, UnknownRelease */
  execute({ project, version }: GetRollbackReport): Promise<RollbackReportRow> {
    return this.current.ofRelease(rollbackReports, project, version);
  }
}
