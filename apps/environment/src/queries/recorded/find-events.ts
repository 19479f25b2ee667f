import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '@roadbook/event-store';
import { EventSearch } from '@roadbook/questions';
import type { EventFilter, Page, PageRequest, RecordedEvent } from '@roadbook/questions';
import { knows } from '../knows.js';
import { streamNames } from './stream-names.js';

/** Everything that happened to environments and pipelines, in the order in which it was recorded, from the event store itself. */
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

  constructor(private readonly events: EventStore) {
    this.search = new EventSearch(events, streamNames);
  }

  /** @throws UnknownProject */
  async execute({ filter, page }: FindEvents): Promise<Page<RecordedEvent>> {
    if (filter.project !== undefined) await knows(this.events, filter.project);
    return this.search.find(filter, page);
  }
}
