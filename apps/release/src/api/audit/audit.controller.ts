import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Caller, assertProject, problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { FindEvents } from '../../queries/recorded/find-events.js';
import { ListReleaseEvents } from '../../queries/recorded/list-release-events.js';
import { eventTypes } from '../../queries/recorded/event-types.js';
import { ListViolations } from '../../queries/violations/list-violations.js';
import { ReleasePath } from '../asking/paths.dto.js';
import {
  listed,
  listNamed,
  pageOf,
  periodOf,
  ReadRoute,
  ProjectPath,
  Topic,
  EventsQuery,
  PageQuery,
  EventDto,
  typesIn,
} from '@roadbook/api';
import { ViolationsQuery } from '../reading/questions.dto.js';
import { ViolationDto } from './answers.dto.js';

@Topic('audit', 'v1')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

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
  @ReadRoute({
    operationId: 'findEvents',
    summary: 'Everything that happened: by project, type, actor, and between two times',
    description:
      'Answered by replay. A page may be empty although there are more: read on with `next` until it is null.',
    answer: EventDto,
    list: true,
  })
  async events(@Query() query: EventsQuery, @Caller() caller: Identity) {
    const { project, type, actor, from, to } = query;
    if (project !== undefined) assertProject(caller, project);
    else if (caller.projects)
      throw problems.invalid([
        { field: 'project', message: 'your token is for some projects: name one' },
      ]);
    const list = listNamed('events', query);
    const types = typesIn(eventTypes, type);
    const filter = { project, types, actor, recorded: periodOf(from, to) };
    return listed(list, await this.queries.execute(new FindEvents(filter, pageOf(list, query))));
  }
}
