import { InMemoryEventStore } from '@roadbook/event-store/memory';

/** How calls end. */
export interface Failure {
  readonly error: Error;
  /** The next append, or every call. */
  readonly of: 'append' | 'all';
  /** After it was written. */
  readonly written?: boolean;
  /** After so long, as a silent store's calls do. */
  readonly afterMs?: number;
}

/** A store that fails as it is told to. */
export class FailingEventStore extends InMemoryEventStore {
  failure?: Failure;

  override async append(
    ...appended: Parameters<InMemoryEventStore['append']>
  ): ReturnType<InMemoryEventStore['append']> {
    const { failure } = this;
    if (failure?.of === 'append') this.failure = undefined;
    if (failure && !failure.written) throw await endOf(failure);
    const done = await super.append(...appended);
    if (failure) throw await endOf(failure);
    return done;
  }

  override async readStream(
    ...asked: Parameters<InMemoryEventStore['readStream']>
  ): ReturnType<InMemoryEventStore['readStream']> {
    if (this.failure?.of === 'all') throw await endOf(this.failure);
    return super.readStream(...asked);
  }
}

async function endOf({ error, afterMs }: Failure): Promise<Error> {
  if (afterMs !== undefined) await new Promise((resolve) => void setTimeout(resolve, afterMs));
  return error;
}
