import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  EventDto,
  EventsQuery,
  listed,
  listNamed,
  pageOf,
  periodOf,
  ReadRoute,
  Topic,
  typesIn,
} from '@roadbook/api';
import { assertProject, Caller, problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { eventTypes } from '../../queries/recorded/event-types.js';
import { FindEvents } from '../../queries/recorded/find-events.js';

@Topic('audit', 'v1/knowledge-events')
export class AuditController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute({
    operationId: 'findKnowledgeEvents',
    summary: 'Everything that happened in the knowledge base, hidden entries included',
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
    const list = listNamed('knowledge events', query);
    const types = typesIn(eventTypes, type);
    const filter = { project, types, actor, recorded: periodOf(from, to) };
    return listed(list, await this.queries.execute(new FindEvents(filter, pageOf(list, query))));
  }
}
