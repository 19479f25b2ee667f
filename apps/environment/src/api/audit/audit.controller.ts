import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  answerEvents,
  EventsQuery,
  EventsRoute,
  listed,
  listNamed,
  pageOf,
  ProjectPath,
  ReadRoute,
  Topic,
} from '@roadbook/api';
import { Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { EventSearch } from '@roadbook/questions';
import { ListViolations } from '../../queries/violations/list-violations.js';
import { EnvironmentViolationDto } from './violation.dto.js';
import { EnvironmentViolationsQuery } from './violations-query.dto.js';

@Topic('audit', 'v1')
export class AuditController {
  constructor(
    private readonly queries: QueryBus,
    private readonly search: EventSearch,
  ) {}

  @Get('projects/:project/environment-violations')
  @ReadRoute({
    operationId: 'listEnvironmentViolations',
    summary: 'Attempts to break a hard rule with configuration or the pipeline, the latest first',
    answer: EnvironmentViolationDto,
    list: true,
  })
  async violations(@Param() { project }: ProjectPath, @Query() query: EnvironmentViolationsQuery) {
    const list = listNamed(`environment violations in ${project}`, query);
    const { rule, actor, change } = query;
    const asked = new ListViolations(project, { rule, actor, change }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('environment-events')
  @EventsRoute(
    'findEnvironmentEvents',
    'Everything that happened to environments and pipelines: by project, type, actor, and between two times',
  )
  events(@Query() query: EventsQuery, @Caller() caller: Identity) {
    return answerEvents('environment events', this.search, query, caller);
  }
}
