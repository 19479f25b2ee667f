import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '@roadbook/event-store';
import type { StoredEvent } from '@roadbook/event-store';
import type { Role } from '@roadbook/decider';
import type { Page, PageRequest } from '@roadbook/questions';
import { knows } from '../knows.js';
import type { HistoryLine } from './history-line.js';
import { sentenceOf } from './sentences.js';

/** What happened in one stream of a project, in order: what, when, who and in which role. */
export class GetHistory extends Query<Page<HistoryLine>> {
  constructor(
    readonly project: string,
    readonly stream: (project: string) => string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(GetHistory)
export class GetHistoryHandler implements IQueryHandler<GetHistory> {
  constructor(private readonly events: EventStore) {}

  /** @throws UnknownProject */
  async execute({ project, stream, page }: GetHistory): Promise<Page<HistoryLine>> {
    await knows(this.events, project);
    const from = page.after === undefined ? 0 : Number(page.after[0]) + 1;
    // One event more than the page has tells whether there is another page.
    const read = await this.events.readStream(stream(project), { from, limit: page.limit + 1 });
    const items = read.slice(0, page.limit).map(lineOf);
    return read.length > page.limit ? { items, next: [items.at(-1)?.revision ?? 0] } : { items };
  }
}

const lineOf = (event: StoredEvent): HistoryLine => ({
  id: event.id,
  revision: event.revision,
  type: event.type,
  at: event.recordedAt,
  occurredAt: event.occurredAt ?? null,
  actor: event.actor,
  role: event.role as Role,
  what: sentenceOf(event),
});
