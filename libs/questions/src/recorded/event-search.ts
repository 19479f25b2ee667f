import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { FactoryProvider } from '@nestjs/common';
import type { ActorId } from '@roadbook/decider';
import { EventStore, pageEventsMax, start } from '@roadbook/event-store';
import type { Filter, Position, StoredEvent } from '@roadbook/event-store';
import { UnknownProject } from '../errors.js';
import type { Page, PageRequest, Period } from '../page.js';
import { longAfter, positionBefore } from './position-before.js';
import { recordedEvent } from './recorded-event.js';
import type { RecordedEvent } from './recorded-event.js';
import type { StreamNames } from './stream-names.js';

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

/** What a service has on record. */
export interface OnRecord {
  readonly streams: StreamNames;
  /** Every type of event that there can be. */
  readonly types: ReadonlySet<string>;
}

/** Provides the search over what a service has on record. */
export const searchOver = (onRecord: OnRecord): FactoryProvider<EventSearch> => ({
  provide: EventSearch,
  inject: [EventStore],
  useFactory: (events: EventStore) => new EventSearch(events, onRecord),
});

/**
 * Finds what happened: between two times, by an actor, in a project, of some types. In the order in which it was recorded, over all
 * streams of the service, from the event store itself.
 */
export class EventSearch {
  readonly types: ReadonlySet<string>;
  private readonly streams: StreamNames;

  constructor(
    private readonly events: EventStore,
    { streams, types }: OnRecord,
  ) {
    this.streams = streams;
    this.types = types;
  }

  /** @throws UnknownProject */
  async find(filter: EventFilter, page: PageRequest): Promise<Page<RecordedEvent>> {
    if (filter.project !== undefined) await this.registered(filter.project);
    const items: RecordedEvent[] = [];
    let after = await this.begin(filter, page);
    for (let pages = 0; pages < pagesPerAnswerMax; pages += 1) {
      const limit = filter.actor === undefined ? page.limit - items.length : pageEventsMax;
      const read = await this.events.readAll({ after, filter: this.inStore(filter), limit });
      for (const event of read.events) {
        if (isBehind(event, filter)) return { items };
        if (this.isWanted(event, filter)) items.push(recordedEvent(this.streams, event));
        if (items.length === page.limit) return { items, next: [event.position] };
      }
      if (read.atEnd) return { items };
      after = read.position;
      // Whoever else wants something has their turn between two pages.
      await turnOfTheLoop();
    }
    return { items, next: [after] };
  }

  /** Looked up in the store, so that an audit needs no rows. */
  private async registered(project: string): Promise<void> {
    const [first] = await this.events.readStream(this.streams.opensWith(project), { limit: 1 });
    if (!first) throw new UnknownProject(project, this.streams.unknown);
  }

  private async begin({ recorded }: EventFilter, page: PageRequest): Promise<Position> {
    if (page.after !== undefined) return Number(page.after[0]);
    return recorded?.from === undefined ? start : positionBefore(this.events, recorded.from);
  }

  private inStore({ project, types }: EventFilter): Filter {
    return {
      ...(project !== undefined && { streamPrefixes: this.streams.prefixesOf(project) }),
      ...(types !== undefined && { types }),
    };
  }

  private isWanted(event: StoredEvent, { project, actor, recorded = {} }: EventFilter): boolean {
    const of = this.streams.of(event.stream);
    const { recordedAt } = event;
    return (
      of !== undefined &&
      (project === undefined || of.project === project) &&
      (actor === undefined || event.actor === actor) &&
      (recorded.from === undefined || recordedAt >= recorded.from) &&
      (recorded.to === undefined || recordedAt < recorded.to)
    );
  }
}

/** True when nothing that lies behind can be wanted any more. */
const isBehind = ({ recordedAt }: StoredEvent, { recorded }: EventFilter): boolean =>
  recorded?.to !== undefined && recordedAt >= longAfter(recorded.to);
