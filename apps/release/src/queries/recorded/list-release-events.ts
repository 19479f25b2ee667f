import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { EventStore } from '@roadbook/event-store';
import { streamNames } from './stream-names.js';
import { releaseStream, roadStream } from '../../domain/streams.js';
import { UnknownRelease } from '../errors.js';
import type { Page, PageRequest, RecordedEvent } from '@roadbook/questions';
import { recordedEvent, UnknownProject } from '@roadbook/questions';

/** Every event of a release, in order, from the event store itself. */
export class ListReleaseEvents extends Query<Page<RecordedEvent>> {
  constructor(
    readonly project: string,
    readonly version: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListReleaseEvents)
export class ListReleaseEventsHandler implements IQueryHandler<ListReleaseEvents> {
  constructor(private readonly events: EventStore) {}

  /** @throws UnknownProject, UnknownRelease */
  async execute({ project, version, page }: ListReleaseEvents): Promise<Page<RecordedEvent>> {
    const from = page.after === undefined ? 0 : Number(page.after[0]) + 1;
    const stream = releaseStream(project, version);
    // One event more than the page has tells whether there is another page.
    const read = await this.events.readStream(stream, { from, limit: page.limit + 1 });
    if (read.length === 0 && from === 0) throw await this.unknown(project, version);
    const items = read.slice(0, page.limit).map((event) => recordedEvent(streamNames, event));
    return read.length > page.limit ? { items, next: [items.at(-1)?.revision ?? 0] } : { items };
  }

  private async unknown(project: string, version: string): Promise<Error> {
    const [registered] = await this.events.readStream(roadStream(project), { limit: 1 });
    return registered ? new UnknownRelease(project, version) : new UnknownProject(project);
  }
}
