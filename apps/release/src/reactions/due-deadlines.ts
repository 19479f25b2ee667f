import type { EventStore } from '@roadbook/event-store';
import { ProjectedDueDates } from '@roadbook/following';
import type { Due } from '@roadbook/following';
import type { ReadModel } from '@roadbook/read-model';
import { deadlines, never } from '../projections/deadlines/deadlines.js';
import type { Deadline } from '../projections/deadlines/row.js';

export type DueDeadline = Deadline & Due;

const asked = { where: { due: { before: never } }, orderBy: ['due'], limit: 100 } as const;

/** The rows of the deadlines projection. */
export class DueDeadlines extends ProjectedDueDates<DueDeadline> {
  constructor(store: EventStore, readModel: ReadModel) {
    super(store, readModel, deadlines.types);
  }

  protected override async soonest(readModel: ReadModel): Promise<readonly DueDeadline[]> {
    const { rows } = await readModel.page(deadlines, asked);
    return rows.filter((row): row is DueDeadline => row.due !== null);
  }
}
