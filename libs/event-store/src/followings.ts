import { Bell } from '@roadbook/process';
import type { Filter, OnPage, Page, ReadAllOptions, Subscription } from './event-store.js';
import type { Position } from './events.js';
import { Following } from './following.js';

/** All subscriptions of one store. */
export class Followings {
  private readonly bell = new Bell();
  private readonly running = new Set<Following>();

  constructor(private readonly readAll: (options: ReadAllOptions) => Promise<Page>) {}

  /** @param readAll where this one reads its pages in a way of its own */
  start(
    options: { readonly after: Position; readonly filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
    readAll = this.readAll,
  ): Subscription {
    const { bell } = this;
    const following = new Following({ bell, readAll }, options, onPage, onError);
    this.running.add(following);
    void following.ended.finally(() => this.running.delete(following));
    return following;
  }

  /** There may be more to read. */
  wake(): void {
    this.bell.ring();
  }

  /** Stops all; resolves when no handler runs any more. */
  async stop(): Promise<void> {
    await Promise.all(Array.from(this.running, (following) => following.stop()));
  }
}
