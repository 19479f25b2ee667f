import type { EventStore, Subscription } from '@roadbook/event-store';
import type { ReadModel } from '@roadbook/read-model';
import { DueDates } from './deadlines.js';
import type { Due } from './deadlines.js';

/** What falls due by rows of a projection. */
export abstract class ProjectedDueDates<Item extends Due> extends DueDates<Item> {
  private subscription?: Subscription;

  /** @param types of the events that change these rows; `undefined` for all */
  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly types: readonly string[] | undefined,
  ) {
    super();
  }

  /** The rows that fall due next, soonest first. */
  protected abstract soonest(readModel: ReadModel): Promise<readonly Item[]>;

  override async next(): Promise<readonly Item[]> {
    await this.readModel.caughtUpTo(await this.store.head());
    return this.soonest(this.readModel);
  }

  override async onChange(callback: () => void): Promise<void> {
    this.subscription = this.store.subscribe(
      { after: await this.store.head(), filter: { types: this.types } },
      ({ events }) => {
        if (events.length > 0) callback();
        return Promise.resolve();
      },
      callback,
    );
  }

  override async stop(): Promise<void> {
    await this.subscription?.stop();
  }
}
