import type { Page, ReadAllOptions, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Position, SealedEvent, StoredEvent } from '../events.js';
import { pageOf } from '../filter.js';
import { pageLimit } from '../limits.js';
import { storedEvent } from '../stored-event.js';

/** An event that was just committed. */
export interface Written extends SealedEvent {
  readonly position: Position;
}

/** Nothing of the stream lies behind this. */
interface End {
  readonly revision: number;
  readonly position: Position;
}

const generationEventsMax = 1000;
const generationDataCharactersMax = 2_000_000;
const streamsMax = 10_000;

/**
 * The last events and the ends of streams, as they were committed here: who follows everything, or reads on where a stream ended, is
 * answered without the file. Two generations, so that forgetting the oldest costs nothing; positions are dense, so that an event is
 * found by counting.
 */
export class RecentEvents {
  private older: Written[] = [];
  private newer: Written[] = [];
  private newerDataCharacters = 0;
  private readonly ends = new Map<string, End>();

  add(written: readonly Written[]): void {
    for (const event of written) {
      this.newer.push(event);
      this.newerDataCharacters += event.json.length;
      this.endsAt(event.stream, event);
    }
    const full = this.newer.length > generationEventsMax;
    if (!full && this.newerDataCharacters <= generationDataCharactersMax) return;
    this.older = this.newer;
    this.newer = [];
    this.newerDataCharacters = 0;
  }

  /** Where a stream was read to its end. */
  endsAt(stream: string, { revision, position }: End): void {
    this.ends.set(stream, { revision, position });
    if (this.ends.size > streamsMax) this.forgetOldestEnd();
  }

  /** What was committed last is not known. */
  forget(): void {
    this.older = [];
    this.newer = [];
    this.newerDataCharacters = 0;
    this.ends.clear();
  }

  /** The page of the stream, if all of it is here. */
  stream(stream: string, { direction, from = 0, limit }: ReadOptions): StoredEvent[] | undefined {
    const end = this.ends.get(stream);
    if (direction === 'backwards' || !end) return undefined;
    const events: Written[] = [];
    // An append stands together, so that what was appended last is found by going back from the end.
    for (let { revision, position } = end; revision >= from; revision--, position--) {
      const event = this.at(position);
      if (event?.stream !== stream) return undefined;
      events.push(event);
    }
    return events.reverse().slice(0, pageLimit(limit)).map(storedEvent);
  }

  /** The page of everything, if all of it is here. */
  all({ after = start, filter, limit }: ReadAllOptions): Page | undefined {
    if (this.at(after + 1) === undefined) return undefined;
    const index = after + 1 - this.first;
    const behind =
      index < this.older.length
        ? [...this.older.slice(index), ...this.newer]
        : this.newer.slice(index - this.older.length);
    const page = pageOf(behind, { after, filter, limit: pageLimit(limit) });
    return { ...page, events: page.events.map(storedEvent) };
  }

  private get first(): Position {
    return (this.older[0] ?? this.newer[0])?.position ?? start;
  }

  private at(position: Position): Written | undefined {
    const index = position - this.first;
    return this.older[index] ?? this.newer[index - this.older.length];
  }

  private forgetOldestEnd(): void {
    for (const stream of this.ends.keys()) {
      this.ends.delete(stream);
      return;
    }
  }
}
