import { Injectable } from '@nestjs/common';
import { EventStore, start } from '@roadbook/event-store';
import type { Page, Position, Subscription } from '@roadbook/event-store';
import { maySee } from '../../domain/entry/visibility.js';
import type { Audience } from '../../domain/entry/visibility.js';
import { entryOfStream, entryStreamsOf } from '../../domain/streams.js';
import { entries } from '../../projections/entries/entries.js';
import { isPresent } from '../../projections/entries/row.js';
import type { EntryEvent } from '../../domain/entry/events.js';
import { entryView } from '../entries/entry-view.js';
import type { EntryView } from '../entries/entry-view.js';
import { KnowledgeRows } from '../knowledge-rows.js';

const recordings = ['EntryRecorded'] satisfies EntryEvent['type'][];

/** Who wants every entry of a project that they may see, in the order in which they were recorded. */
export interface Reader {
  readonly project: string;
  readonly audience: Audience;
}

export interface Subscriber extends Reader {
  /** Only what lies behind. */
  readonly after: Position;
  /** The next entry waits until it resolves. */
  readonly onEntry: (entry: EntryView) => Promise<void>;
  /** Something failed; nothing more comes. */
  readonly onError: (error: unknown) => void;
}

/** Follows the entries of a project: first those that are on record, then each as it comes. */
@Injectable()
export class EntryFeed {
  constructor(
    private readonly events: EventStore,
    private readonly current: KnowledgeRows,
  ) {}

  /**
   * Where somebody reads on who has this entry; without one, before the first.
   * @throws UnknownProject, UnknownPart where the reader sees no entry of that id
   */
  async beginning({ project, audience }: Reader, last?: string): Promise<Position> {
    if (last !== undefined)
      return (await this.current.ofEntry(project, last, audience)).recorded.position;
    await this.current.ofProject(project);
    return start;
  }

  follow(subscriber: Subscriber): Subscription {
    const { project, after, onError } = subscriber;
    const filter = { streamPrefixes: [entryStreamsOf(project)], types: recordings };
    return this.events.subscribe({ after, filter }, (page) => this.tell(page, subscriber), onError);
  }

  private async tell({ events }: Page, { audience, onEntry }: Subscriber): Promise<void> {
    if (events.length === 0) return;
    const rows = await this.current.upToNow();
    for (const { stream } of events) {
      const row = await rows.get(entries, entryOfStream(stream).entry);
      if (isPresent(row) && maySee(audience, row.recorded.visibility))
        await onEntry(entryView(row, audience));
    }
  }
}
