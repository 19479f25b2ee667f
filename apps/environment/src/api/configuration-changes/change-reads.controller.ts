import { Get, Headers, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  answerDocument,
  listed,
  listNamed,
  pageOf,
  pointOf,
  PointQuery,
  ProjectPath,
  ReadRoute,
  Topic,
} from '@roadbook/api';
import type { FastifyReply } from 'fastify';
import { configurationDiffDocument } from '../../documents/configuration-diff/document.js';
import { configurationDiffMarkdown } from '../../documents/configuration-diff/markdown.js';
import { GetConfigurationChange } from '../../queries/configuration-changes/get-configuration-change.js';
import { ListConfigurationChanges } from '../../queries/configuration-changes/list-configuration-changes.js';
import { ConfigurationChangeDto } from './change.dto.js';
import { ConfigurationDiffDto } from './diff.dto.js';
import { changesPath, ConfigurationChangePath, ConfigurationChangesQuery } from './requests.dto.js';

@Topic('configuration-changes', changesPath)
export class ConfigurationChangeReadsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute({
    operationId: 'listConfigurationChanges',
    summary: 'The configuration changes, the one proposed last first',
    answer: ConfigurationChangeDto,
    list: true,
  })
  async list(@Param() { project }: ProjectPath, @Query() query: ConfigurationChangesQuery) {
    const list = listNamed(`configuration changes of ${project}`, query);
    const { stage } = query;
    const asked = new ListConfigurationChanges(project, { stage }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get(':change')
  @ReadRoute({
    operationId: 'getConfigurationChange',
    summary: 'A configuration change with everybody’s part in it, now or as it was',
    answer: ConfigurationChangeDto,
  })
  get(@Param() { project, change }: ConfigurationChangePath, @Query() query: PointQuery) {
    return this.queries.execute(new GetConfigurationChange(project, change, pointOf(query)));
  }

  @Get(':change/diff')
  @ReadRoute({
    operationId: 'getConfigurationDiff',
    summary: 'The environment configuration diff, now or as it was',
    description: 'As JSON, or as Markdown with `Accept: text/markdown`.',
    answer: ConfigurationDiffDto,
    markdown: '## ENVIRONMENT CONFIG DIFF — 2026-03-02\n',
  })
  async diff(
    @Param() { project, change }: ConfigurationChangePath,
    @Query() query: PointQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = new GetConfigurationChange(project, change, pointOf(query));
    const document = configurationDiffDocument(await this.queries.execute(asked));
    return answerDocument(reply, accept, document, configurationDiffMarkdown);
  }
}
