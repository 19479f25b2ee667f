import { InMemoryEventStore } from '@roadbook/event-store/memory';

/** A store that fails as it is told to. */
export class FailingEventStore extends InMemoryEventStore {
  /** What the next append, or every call, ends with; after it was written, where `written` says so. */
  failure?: { readonly error: Error; readonly of: 'append' | 'all'; readonly written?: boolean };

  override async append(
    ...appended: Parameters<InMemoryEventStore['append']>
  ): ReturnType<InMemoryEventStore['append']> {
    const { failure } = this;
    if (failure?.of === 'append') this.failure = undefined;
    if (failure && !failure.written) throw failure.error;
    const done = await super.append(...appended);
    if (failure) throw failure.error;
    return done;
  }

  override async readStream(
    ...asked: Parameters<InMemoryEventStore['readStream']>
  ): ReturnType<InMemoryEventStore['readStream']> {
    if (this.failure?.of === 'all') throw this.failure.error;
    return super.readStream(...asked);
  }
}
