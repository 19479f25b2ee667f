import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Positions } from './positions.js';
import type { Place } from './positions.js';
import { ImmediateTransactions } from './transactions.js';

const retryDelayMs = 1_000;

/**
 * Keeps what was acknowledged: everything of one turn of the event loop in one transaction. It survives a crash of the process; only a
 * power loss can take the last moments back, and what they acknowledged is delivered once more.
 */
export class Acknowledgements {
  private readonly pending = new Map<string, { readonly place: Place; position: number }>();
  readonly positions: Positions;
  private readonly transactions: ImmediateTransactions;
  private scheduled?: NodeJS.Immediate | NodeJS.Timeout;
  private closed = false;

  constructor(
    db: DatabaseSyncInstance,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.positions = new Positions(db);
    this.transactions = new ImmediateTransactions(db);
  }

  keep(place: Place, position: number): void {
    this.pending.set(keyOf(place), { place, position });
    this.scheduled ??= setImmediate(this.flush);
  }

  /** Writes what is left, now. */
  readonly flush = (): void => {
    this.scheduled = undefined;
    if (this.pending.size === 0) return;
    try {
      this.transactions.run(() => {
        for (const { place, position } of this.pending.values())
          this.positions.move(place, position);
      });
      this.pending.clear();
    } catch (error) {
      this.onFailure(error);
      if (this.closed) return;
      this.scheduled = setTimeout(this.flush, retryDelayMs).unref();
    }
  };

  /** Writes what is left, once; what could not be written is delivered again. */
  close(): void {
    this.closed = true;
    this.flush();
    this.pending.clear();
  }
}

const keyOf = ({ consumer, topic, partition }: Place): string =>
  [consumer, topic.id, partition].join('\n');
