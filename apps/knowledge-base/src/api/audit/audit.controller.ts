import { Get, Query } from '@nestjs/common';
import { answerEvents, EventsQuery, EventsRoute, Topic } from '@roadbook/api';
import { Caller } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { EventSearch } from '@roadbook/questions';

@Topic('audit', 'v1/knowledge-events')
export class AuditController {
  constructor(private readonly search: EventSearch) {}

  @Get()
  @EventsRoute(
    'findKnowledgeEvents',
    'Everything that happened in the knowledge base, hidden entries included',
  )
  events(@Query() query: EventsQuery, @Caller() caller: Identity) {
    return answerEvents('knowledge events', this.search, query, caller);
  }
}
