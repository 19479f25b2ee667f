import type { StoredEvent } from '@roadbook/event-store';
import { byType, wantsStream } from './audience.js';
import { HotRows } from './hot-rows.js';
import type { Projection } from './projection.js';
import type { Reached, RowChange, RowStore } from './row-store.js';

/**
 * Once the rows in memory have so many characters of text they are the next to be forgotten; up to twice as many stay. A row
 * takes a few times as many bytes as its text has characters.
 */
const hotCharactersMax = 3_000_000;

/**
 * All projections of a service, folded together over batches of events. Many events change the same row, so rows are
 * changed in memory and written once, when the batch is saved with the position that it reached. Whatever fails, the
 * stored rows are those of whole batches, and the fold stands where the store does.
 */
export class Fold {
  private readonly hotRows: readonly HotRows[];
  private readonly wanting: (type: string) => readonly HotRows[];
  private reached: Reached;
  private saved: Reached;

  constructor(
    private readonly store: RowStore,
    projections: readonly Projection[],
  ) {
    this.hotRows = projections.map((projection) => new HotRows(projection, store));
    this.wanting = byType(this.hotRows);
    this.saved = this.reached = store.reached;
  }

  /** True when so much was read that the batch should be saved before it goes on. */
  get full(): boolean {
    return this.characters > 2 * hotCharactersMax;
  }

  /**
   * Takes events, in order, into the batch; those that were taken before are passed over.
   * @throws ProjectionFailed when a projection throws; the batch is then given up.
   */
  take(events: readonly StoredEvent[]): void {
    this.orGiveUp(() => {
      for (const event of events) {
        if (event.position <= this.reached.position) continue;
        for (const rows of this.wanting(event.type))
          if (wantsStream(rows.projection, event)) rows.apply(event);
        this.reached = event;
      }
    });
  }

  /** Saves the batch; does nothing when there is none. */
  save(): void {
    if (this.reached === this.saved) return;
    this.orGiveUp(() => {
      this.store.save(this.changes(), this.reached);
    });
    this.saved = this.reached;
    for (const rows of this.hotRows) rows.settle();
    if (this.characters > hotCharactersMax) for (const rows of this.hotRows) rows.age();
  }

  private get characters(): number {
    return this.hotRows.reduce((sum, { characters }) => sum + characters, 0);
  }

  private *changes(): Generator<RowChange> {
    for (const rows of this.hotRows) yield* rows.changes();
  }

  private orGiveUp(work: () => void): void {
    try {
      work();
    } catch (error) {
      for (const rows of this.hotRows) rows.forget();
      this.saved = this.reached = this.store.reached;
      throw error;
    }
  }
}
