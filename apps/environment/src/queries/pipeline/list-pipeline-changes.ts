import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Page, PageRequest } from '@roadbook/questions';
import type { ChangeStage } from '../../domain/pipeline/state.js';
import { pipelineChanges } from '../../projections/pipeline-changes/pipeline-changes.js';
import type { PipelineChangeRow } from '../../projections/pipeline-changes/row.js';
import { EnvironmentRows } from '../environment-rows.js';

/** The pipeline changes of a project, the latest annotated first. */
export class ListPipelineChanges extends Query<Page<PipelineChangeRow>> {
  constructor(
    readonly project: string,
    readonly filter: { readonly stage?: ChangeStage },
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListPipelineChanges)
export class ListPipelineChangesHandler implements IQueryHandler<ListPipelineChanges> {
  constructor(private readonly current: EnvironmentRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListPipelineChanges): Promise<Page<PipelineChangeRow>> {
    const rows = await this.current.ofProject(project);
    const found = await rows.page(pipelineChanges, {
      where: { project, ...filter },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return { items: found.rows, next: found.next };
  }
}
