import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { UnknownProject } from '@roadbook/questions';
import type { Point } from '@roadbook/questions';
import { recorded } from '@roadbook/read-model';
import { unknownProject } from '../../domain/guards.js';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import { pipelineStream } from '../../domain/streams.js';
import { applyToPipeline } from '../../projections/pipelines/apply.js';
import { pipelines } from '../../projections/pipelines/pipelines.js';
import type { PipelineRow } from '../../projections/pipelines/row.js';
import { EnvironmentRows } from '../environment-rows.js';
import { Past } from '../past.js';
import { pipelineView } from './pipeline-view.js';
import type { PipelineView } from './pipeline-view.js';

/** What is in place of the pipeline of a project, and whether it was agreed. */
export class GetPipeline extends Query<PipelineView> {
  constructor(
    readonly project: string,
    /** A point in the past; absent for now. */
    readonly point?: Point,
  ) {
    super();
  }
}

@QueryHandler(GetPipeline)
export class GetPipelineHandler implements IQueryHandler<GetPipeline> {
  constructor(
    private readonly current: EnvironmentRows,
    private readonly past: Past,
  ) {}

  /** @throws UnknownProject, NotYetHappened */
  async execute({ project, point }: GetPipeline): Promise<PipelineView> {
    const row = point ? await this.asOf(project, point) : await this.now(project);
    if (!row) throw new UnknownProject(project, unknownProject);
    return pipelineView(row);
  }

  private async now(project: string): Promise<PipelineRow | undefined> {
    return (await this.current.ofProject(project)).get(pipelines, project);
  }

  private asOf(project: string, point: Point): Promise<PipelineRow | undefined> {
    const stream = { name: pipelineStream(project), project };
    const nothing: PipelineRow | undefined = undefined;
    return this.past.folded<PipelineRow | undefined>(stream, point, nothing, (row, event) =>
      applyToPipeline(row, recorded<PipelineEvent>(event), project),
    );
  }
}
