import type { EventStore } from '@roadbook/event-store';
import { ProjectedDueDates } from '@roadbook/following';
import type { Due } from '@roadbook/following';
import type { ReadModel } from '@roadbook/read-model';
import {
  canLapse,
  configurationWindows,
  windowEventTypes,
} from '../projections/configuration-windows/configuration-windows.js';
import type { ConfigurationWindowRow } from '../projections/configuration-windows/configuration-windows.js';

export type WindowEnd = ConfigurationWindowRow & Due;

const asked = { where: canLapse, orderBy: ['due'], limit: 100 } as const;

/** When windows for configuration changes end. */
export class WindowEnds extends ProjectedDueDates<WindowEnd> {
  constructor(store: EventStore, readModel: ReadModel) {
    super(store, readModel, windowEventTypes);
  }

  protected override async soonest(readModel: ReadModel): Promise<readonly WindowEnd[]> {
    const { rows } = await readModel.page(configurationWindows, asked);
    return rows.map((row) => ({ ...row, id: row.change, due: row.end }));
  }
}
