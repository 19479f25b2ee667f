import type { EventStore, Subscription } from '@roadbook/event-store';
import { DueDates } from '@roadbook/following';
import type { Due } from '@roadbook/following';
import type { ReadModel } from '@roadbook/read-model';
import {
  canLapse,
  configurationWindows,
  windowEventTypes,
} from '../projections/configuration-windows/configuration-windows.js';
import type { ConfigurationWindowRow } from '../projections/configuration-windows/configuration-windows.js';

export type WindowEnd = ConfigurationWindowRow & Due;

const rowsMax = 100;

/** When windows for configuration changes end, soonest first. */
export class WindowEnds extends DueDates<WindowEnd> {
  private subscription?: Subscription;

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {
    super();
  }

  override async next(): Promise<readonly WindowEnd[]> {
    await this.readModel.caughtUpTo(await this.store.head());
    const asked = { where: canLapse, orderBy: ['due'], limit: rowsMax } as const;
    const { rows } = await this.readModel.page(configurationWindows, asked);
    return rows.map((row) => ({ ...row, id: row.change, due: row.end }));
  }

  override async onChange(callback: () => void): Promise<void> {
    this.subscription = this.store.subscribe(
      { after: await this.store.head(), filter: { types: windowEventTypes } },
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
