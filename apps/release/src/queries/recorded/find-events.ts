import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { ActorId } from '@roadbook/decider';
import { EventStore, pageEventsMax, start } from '@roadbook/event-store';
import type { Filter, Position, StoredEvent } from '@roadbook/event-store';
import { roadStream, streamOf, streamPrefixesOf } from '../../domain/streams.js';
import { UnknownProject } from '../errors.js';
import type { Page, PageRequest, Period } from '../page.js';
import { longAfter, positionBefore } from './position-before.js';
import { recordedEvent } from './recorded-event.js';
import type { RecordedEvent } from './recorded-event.js';

/** How many pages of the log are looked through for one answer; what lies behind is for the next one. */
const pagesPerAnswerMax = 10;

/** All that are given must hold. */
export interface EventFilter {
  readonly project?: string;
  readonly types?: readonly string[];
  readonly actor?: ActorId;
  /** By recorded time. */
  readonly recorded?: Period;
}

/**
 * Everything that happened: between two times, by an actor, in a project, of some types. In the order in which it was recorded, over all
 * streams of the service, from the event store itself.
 */
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
  constructor(private readonly events: EventStore) {}

  /** @throws UnknownProject */
  async execute({ filter, page }: FindEvents): Promise<Page<RecordedEvent>> {
    if (filter.project !== undefined) await this.registered(filter.project);
    const items: RecordedEvent[] = [];
    let after = await this.begin(filter, page);
    for (let pages = 0; pages < pagesPerAnswerMax; pages += 1) {
      const limit = filter.actor === undefined ? page.limit - items.length : pageEventsMax;
      const read = await this.events.readAll({ after, filter: inStore(filter), limit });
      for (const event of read.events) {
        if (isBehind(event, filter)) return { items };
        if (isWanted(event, filter)) items.push(recordedEvent(event));
        if (items.length === page.limit) return { items, next: [event.position] };
      }
      if (read.atEnd) return { items };
      after = read.position;
      // Whoever else wants something has their turn between two pages.
      await turnOfTheLoop();
    }
    return { items, next: [after] };
  }

  /** The road of a project begins with its registration. Looked up in the store, so that an audit needs no rows. */
  private async registered(project: string): Promise<void> {
    const [first] = await this.events.readStream(roadStream(project), { limit: 1 });
    if (!first) throw new UnknownProject(project);
  }

  private async begin({ recorded }: EventFilter, page: PageRequest): Promise<Position> {
    if (page.after !== undefined) return Number(page.after[0]);
    return recorded?.from === undefined ? start : positionBefore(this.events, recorded.from);
  }
}

const inStore = ({ project, types }: EventFilter): Filter => ({
  ...(project !== undefined && { streamPrefixes: streamPrefixesOf(project) }),
  ...(types !== undefined && { types }),
});

/** True when nothing that lies behind can be wanted any more. */
const isBehind = ({ recordedAt }: StoredEvent, { recorded }: EventFilter): boolean =>
  recorded?.to !== undefined && recordedAt >= longAfter(recorded.to);

function isWanted(event: StoredEvent, { project, actor, recorded = {} }: EventFilter): boolean {
  const of = streamOf(event.stream);
  const { recordedAt } = event;
  return (
    of !== undefined &&
    (project === undefined || of.project === project) &&
    (actor === undefined || event.actor === actor) &&
    (recorded.from === undefined || recordedAt >= recorded.from) &&
    (recorded.to === undefined || recordedAt < recorded.to)
  );
}
