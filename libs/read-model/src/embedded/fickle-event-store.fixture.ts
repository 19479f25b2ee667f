import type { Page, ReadAllOptions } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';

/** Gives pages of a few events, and fails when it is told to. */
export class FickleEventStore extends InMemoryEventStore {
  failures = 0;
  held: Promise<unknown> = Promise.resolve();
  readonly readAfter: (number | undefined)[] = [];

  constructor(private readonly pageEvents = 3) {
    super();
  }

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    this.readAfter.push(options.after);
    if (this.failures-- > 0) throw new Error('not now');
    await this.held;
    return super.readAll({ limit: this.pageEvents, ...options });
  }
}
