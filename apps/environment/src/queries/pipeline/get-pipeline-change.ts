import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Point } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import { pipelineStream } from '../../domain/streams.js';
import { applyToPipelineChange } from '../../projections/pipeline-changes/apply.js';
import { pipelineChanges } from '../../projections/pipeline-changes/pipeline-changes.js';
import type { PipelineChangeRow } from '../../projections/pipeline-changes/row.js';
import { EnvironmentRows } from '../environment-rows.js';
import { UnknownPipelineChange } from '../errors.js';
import { Past } from '../past.js';

/** A pipeline change, now or as it was. */
export class GetPipelineChange extends Query<PipelineChangeRow> {
  constructor(
    readonly project: string,
    readonly change: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetPipelineChange)
export class GetPipelineChangeHandler implements IQueryHandler<GetPipelineChange> {
  constructor(
    private readonly current: EnvironmentRows,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, UnknownPart, NotYetHappened */
  async execute({ project, change, point }: GetPipelineChange): Promise<PipelineChangeRow> {
    const row = point
      ? await this.asOf(project, change, point)
      : await (await this.current.ofProject(project)).get(pipelineChanges, change);
    if (row?.project !== project) throw new UnknownPipelineChange(change);
    return row;
  }

  private asOf(
    project: string,
    change: string,
    point: Point,
  ): Promise<PipelineChangeRow | undefined> {
    const stream = { name: pipelineStream(project), project };
    const nothing: PipelineChangeRow | undefined = undefined;
    return this.past.folded<PipelineChangeRow | undefined>(stream, point, nothing, (row, event) =>
      pipelineChanges.types?.includes(event.type) && pipelineChanges.keyOf(event) === change
        ? applyToPipelineChange(row, recorded<PipelineEvent>(event), project)
        : row,
    );
  }
}
