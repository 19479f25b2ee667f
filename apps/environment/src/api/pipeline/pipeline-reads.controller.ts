import { Get, Headers, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  answerDocument,
  listed,
  listNamed,
  PageQuery,
  pageOf,
  pointOf,
  PointQuery,
  ProjectPath,
  ReadRoute,
  Topic,
} from '@roadbook/api';
import type { FastifyReply } from 'fastify';
import { pipelineChangeDocument } from '../../documents/pipeline-change/document.js';
import { pipelineChangeMarkdown } from '../../documents/pipeline-change/markdown.js';
import { pipelineStream } from '../../domain/streams.js';
import { GetPipelineChange } from '../../queries/pipeline/get-pipeline-change.js';
import { GetPipeline } from '../../queries/pipeline/get-pipeline.js';
import { ListPipelineChanges } from '../../queries/pipeline/list-pipeline-changes.js';
import { GetHistory } from '../../queries/recorded/get-history.js';
import { EnvironmentHistoryLineDto, PipelineDto } from './answers.dto.js';
import { PipelineChangeDto } from './change.dto.js';
import { PipelineChangePath, PipelineChangesQuery, pipelinePath } from './requests.dto.js';

@Topic('pipeline', pipelinePath)
export class PipelineReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute({
    operationId: 'getPipeline',
    summary: 'What is in place of the pipeline, and whether it was agreed; now or as it was',
    answer: PipelineDto,
    revised: true,
  })
  get(@Param() { project }: ProjectPath, @Query() query: PointQuery) {
    return this.queries.execute(new GetPipeline(project, pointOf(query)));
  }

  @Get('history')
  @ReadRoute({
    operationId: 'getPipelineHistory',
    summary: 'What happened to the pipeline, in plain sentences',
    answer: EnvironmentHistoryLineDto,
    list: true,
  })
  async history(@Param() { project }: ProjectPath, @Query() query: PageQuery) {
    const list = `history of the pipeline of ${project}`;
    const asked = new GetHistory(project, pipelineStream, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('changes')
  @ReadRoute({
    operationId: 'listPipelineChanges',
    summary: 'The pipeline changes, the latest annotated first',
    answer: PipelineChangeDto,
    list: true,
  })
  async changes(@Param() { project }: ProjectPath, @Query() query: PipelineChangesQuery) {
    const list = listNamed(`pipeline changes of ${project}`, query);
    const { stage } = query;
    const asked = new ListPipelineChanges(project, { stage }, pageOf(list, query));
    const { items, next } = await this.queries.execute(asked);
    return listed(list, { items: items.map(pipelineChangeDocument), next });
  }

  @Get('changes/:change')
  @ReadRoute({
    operationId: 'getPipelineChange',
    summary: 'The record of a pipeline change, now or as it was',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: PipelineChangeDto,
    markdown: '## PIPELINE CHANGE — 2026-03-02\n',
  })
  async change(
    @Param() { project, change }: PipelineChangePath,
    @Query() query: PointQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.queries.execute(new GetPipelineChange(project, change, pointOf(query)));
    return answerDocument(reply, accept, pipelineChangeDocument(row), pipelineChangeMarkdown);
  }
}
