import { EventStore, StoreUnavailable } from '@roadbook/event-store';
import type { Appended, Filter, OnPage, Page, Position } from '@roadbook/event-store';
import type { ReadAllOptions, ReadOptions, StoredEvent, Subscription } from '@roadbook/event-store';

/** A replica's way to a store that it shares with others, which can be cut: what it was doing there is left as it is. */
export class SeverableEventStore extends EventStore {
  private severed = false;

  constructor(private readonly shared: EventStore) {
    super();
  }

  sever(): void {
    this.severed = true;
  }

  override append(...asked: Parameters<EventStore['append']>): Promise<Appended> {
    return this.reach((store) => store.append(...asked));
  }

  override readStream(stream: string, options?: ReadOptions): Promise<readonly StoredEvent[]> {
    return this.reach((store) => store.readStream(stream, options));
  }

  override readAll(options?: ReadAllOptions): Promise<Page> {
    return this.reach((store) => store.readAll(options));
  }

  override head(): Promise<Position> {
    return this.reach((store) => store.head());
  }

  override trouble(): string | undefined {
    return this.shared.trouble();
  }

  override subscribe(
    options: { after: Position; filter?: Filter },
    onPage: OnPage,
    onError: (error: unknown) => void,
  ): Subscription {
    return this.shared.subscribe(
      options,
      (page) => this.reach(() => onPage(page)),
      (error) => {
        onError(error);
      },
    );
  }

  protected override commit(): Promise<Appended> {
    return Promise.reject(new Error('appends go to the shared store'));
  }

  private reach<Result>(ask: (store: EventStore) => Promise<Result>): Promise<Result> {
    return this.severed
      ? Promise.reject(new StoreUnavailable('the connection is cut'))
      : ask(this.shared);
  }
}
