import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '@roadbook/event-store';
import { EventSearch } from '@roadbook/questions';
import type { EventFilter, Page, PageRequest, RecordedEvent } from '@roadbook/questions';
import { streamNames } from './stream-names.js';

/** Everything that happened in the knowledge base, in the order in which it was recorded, from the event store itself. */
export class FindEvents extends Query<Page<RecordedEvent>> {
  constructor(
    readonly filter: EventFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(FindEvents)
export class FindEventsHandler implements IQueryHandler<FindEvents> {
  private readonly search: EventSearch;

  constructor(events: EventStore) {
    this.search = new EventSearch(events, streamNames);
  }

  /** @throws UnknownProject */
  execute({ filter, page }: FindEvents): Promise<Page<RecordedEvent>> {
    return this.search.find(filter, page);
  }
}
