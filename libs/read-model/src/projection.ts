import type { StoredEvent } from '@roadbook/event-store';

/** What a projection says about one of its columns: its type and the value that a row has in it. */
export type Column<Row> =
  | { readonly type: 'text'; readonly nullable?: false; of(row: Row): string }
  | { readonly type: 'text'; readonly nullable: true; of(row: Row): string | null }
  | { readonly type: 'integer' | 'real'; readonly nullable?: false; of(row: Row): number }
  | { readonly type: 'integer' | 'real'; readonly nullable: true; of(row: Row): number | null };

/** The texts of rows that are found by words. */
export interface Searched<Row> {
  /**
   * The indexes that a row is in, in lower case: any number of them, in words as they come. How many rows are found in an index, how they
   * rank, and which words it has rests on its own rows alone, so that one for each kind of reader tells them nothing of the others'.
   */
  indexesOf(row: Row): readonly string[];
  /** A word in a text of more weight counts for more. Names are camelCase. */
  readonly texts: Readonly<Record<string, { readonly weight: number; of(row: Row): string }>>;
}

export type ColumnValue = string | number | null;
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

/**
 * Rows derived from events. A projection is pure: the same events give the same rows, whenever, wherever and in whatever
 * portions they are read. Rows are plain JSON; deleting all of them and starting again is always safe.
 */
export interface Projection<
  Row extends object = object,
  Declared extends Columns<Row> = Columns<Row>,
> {
  /** Unique in its service, kebab-case. */
  readonly name: string;
  /** To be raised whenever other rows come out of the same events: the next start then builds everything anew. */
  readonly version: number;
  /** The event types that it wants; all when absent. Where stream prefixes are given too, both must hold. */
  readonly types?: readonly string[];
  readonly streamPrefixes?: readonly string[];
  /** The row or rows that an event changes; `undefined` when it changes none. */
  keyOf(event: StoredEvent): string | readonly string[] | undefined;
  /**
   * The row after the event; the row itself when nothing changes, `undefined` when there is none (any more).
   * Never changes the row that it was given. An event that cannot be applied is thrown about, never skipped. No member is
   * `undefined` first and given a value later: the same events make the same text of a row, so that hashes can be compared.
   */
  apply(row: Row | undefined, event: StoredEvent, key: string): Row | undefined;
  /** What rows can be selected and ordered by, camelCase. Only columns that are never null can be ordered by. */
  readonly columns: Declared;
  /** Columns that are searched together, in that order; the row's key is always added at the end. */
  readonly indexes: readonly (readonly string[])[];
  readonly searched?: Searched<Row>;
}

/** Declares a projection, with its row and its columns known to the compiler wherever it is queried. */
export const projection = <Row extends object, const Declared extends Columns<Row>>(
  declared: Projection<Row, Declared> & {
    readonly indexes: readonly (readonly (keyof Declared & string)[])[];
  },
): Projection<Row, Declared> => declared;
