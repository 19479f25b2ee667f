import type { EventStore, Subscription } from '@roadbook/event-store';
import type { ReadModel } from '@roadbook/read-model';
import { deadlines, never } from '../projections/deadlines/deadlines.js';
import type { Deadline } from '../projections/deadlines/row.js';
import { DueDates } from '@roadbook/following';
import type { Due } from '@roadbook/following';

export type DueDeadline = Deadline & Due;

const rowsMax = 100;

/** The rows of the deadlines projection, soonest first. */
export class ProjectedDueDates extends DueDates<DueDeadline> {
  private subscription?: Subscription;

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {
    super();
  }

  override async next(): Promise<readonly DueDeadline[]> {
    await this.readModel.caughtUpTo(await this.store.head());
    const where = { due: { before: never } };
    const { rows } = await this.readModel.page(deadlines, {
      where,
      orderBy: ['due'],
      limit: rowsMax,
    });
    return rows.filter((row): row is DueDeadline => row.due !== null);
  }

  override async onChange(callback: () => void): Promise<void> {
    this.subscription = this.store.subscribe(
      { after: await this.store.head(), filter: { types: deadlines.types } },
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
