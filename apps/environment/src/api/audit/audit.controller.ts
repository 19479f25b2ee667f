import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  EventDto,
  EventsQuery,
  listed,
  listNamed,
  pageOf,
  periodOf,
  ProjectPath,
  ReadRoute,
  Topic,
  typesIn,
} from '@roadbook/api';
import { assertProject, Caller, problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { eventTypes } from '../../queries/recorded/event-types.js';
import { FindEvents } from '../../queries/recorded/find-events.js';
import { ListViolations } from '../../queries/violations/list-violations.js';
import { EnvironmentViolationDto } from './violation.dto.js';
import { EnvironmentViolationsQuery } from './violations-query.dto.js';

@Topic('audit', 'v1')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

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
  @ReadRoute({
    operationId: 'findEnvironmentEvents',
    summary:
      'Everything that happened to environments and pipelines: by project, type, actor, and between two times',
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
    const list = listNamed('environment events', query);
    const types = typesIn(eventTypes, type);
    const filter = { project, types, actor, recorded: periodOf(from, to) };
    return listed(list, await this.queries.execute(new FindEvents(filter, pageOf(list, query))));
  }
}
