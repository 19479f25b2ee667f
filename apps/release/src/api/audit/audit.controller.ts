import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { EventSearch } from '@roadbook/questions';
import { ListReleaseEvents } from '../../queries/recorded/list-release-events.js';
import { ListViolations } from '../../queries/violations/list-violations.js';
import { ReleasePath } from '../asking/paths.dto.js';
import {
  answerEvents,
  EventDto,
  EventsQuery,
  EventsRoute,
  listed,
  listNamed,
  pageOf,
  PageQuery,
  ProjectPath,
  ReadRoute,
  Topic,
} from '@roadbook/api';
import { ViolationsQuery } from '../reading/questions.dto.js';
import { ViolationDto } from './answers.dto.js';

@Topic('audit', 'v1')
export class AuditController {
  constructor(
    private readonly queries: QueryBus,
    private readonly search: EventSearch,
  ) {}

  @Get('projects/:project/releases/:version/events')
  @ReadRoute({
    operationId: 'listReleaseEvents',
    summary: 'Every event of a release, with actor, times and evidence',
    answer: EventDto,
    list: true,
  })
  async ofRelease(@Param() { project, version }: ReleasePath, @Query() query: PageQuery) {
    const list = `events of ${project} ${version}`;
    const asked = new ListReleaseEvents(project, version, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('projects/:project/violations')
  @ReadRoute({
    operationId: 'listViolations',
    summary: 'Attempts to break a hard rule, the latest first',
    answer: ViolationDto,
    list: true,
  })
  async violations(@Param() { project }: ProjectPath, @Query() query: ViolationsQuery) {
    const list = listNamed(`violations in ${project}`, query);
    const { rule, actor, version } = query;
    const asked = new ListViolations(project, { rule, actor, version }, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }

  @Get('events')
  @EventsRoute(
    'findEvents',
    'Everything that happened: by project, type, actor, and between two times',
  )
  events(@Query() query: EventsQuery, @Caller() caller: Identity) {
    return answerEvents('events', this.search, query, caller);
  }
}
