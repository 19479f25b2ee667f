import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Bell } from '@roadbook/process';
import type { Filter, OnPage, Page, ReadAllOptions, Subscription } from './event-store.js';
import type { Position } from './events.js';

/** What is followed: pages of everything, and a bell that rings whenever there may be more. */
export interface Followed {
  readonly bell: Bell;
  readAll(options: ReadAllOptions): Promise<Page>;
}

/**
 * A subscription: reads page after page, and waits for the bell at the end. What comes in while a handler runs is not kept
 * for it but read afterwards, so that a slow handler costs no memory and still sees every event once.
 */
export class Following implements Subscription {
  /** Settles when no handler runs any more and none will. */
  readonly ended: Promise<void>;
  private stopped = false;

  constructor(
    private readonly followed: Followed,
    options: { readonly after: Position; readonly filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ) {
    this.ended = this.follow(options.after, options.filter, onPage).catch(onError);
  }

  stop(): Promise<void> {
    this.stopped = true;
    this.followed.bell.ring();
    return this.ended;
  }

  private async follow(after: Position, filter: Filter | undefined, onPage: OnPage): Promise<void> {
    let position = after;
    for (;;) {
      const more = this.followed.bell.next();
      const page = await this.followed.readAll({ after: position, filter });
      if (this.stopped) return;
      if (page.position !== position) await onPage(page);
      position = page.position;
      // Between the pages of a long past, everybody else has a turn.
      await (page.atEnd ? more : turnOfTheLoop());
    }
  }
}
