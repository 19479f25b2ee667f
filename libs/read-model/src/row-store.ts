import type { StoredEvent } from '@roadbook/event-store';
import type { ColumnValue, Projection } from './projection.js';

/** How far rows have come: the last event that is in them, by which its history is recognized. */
export type Reached = Pick<StoredEvent, 'position' | 'stream' | 'revision' | 'hash'>;

/** A row as it is to be stored; without `json` it is removed. */
export interface RowChange {
  readonly projection: Projection;
  readonly key: string;
  readonly json?: string;
  /** In the order in which the projection declares its columns. */
  readonly columns: readonly ColumnValue[];
  /** Where the row is found by words, and its texts in the order in which the projection declares them. */
  readonly searched?: { readonly indexes: readonly string[]; readonly texts: readonly string[] };
  /** The last event that changed the row: to be named when it cannot be stored. */
  readonly event: StoredEvent;
}

/** Where the rows of all projections are kept, together with how far they have come. */
export interface RowStore {
  readonly reached: Reached;
  /** The stored JSON of a row. */
  read(projection: Projection, key: string): string | undefined;
  /**
   * Saves all of it or nothing.
   * @throws ProjectionFailed when a row cannot be stored as it is.
   */
  save(changes: Iterable<RowChange>, reached: Reached): void;
}
