import type { Position } from '@roadbook/event-store';
import type { Columns, Projection } from './projection.js';
import type { Query, RowPage } from './query.js';
import type { FoundPage, Search } from './search.js';
import type { Status } from './status.js';
import type { Summary } from './summary.js';

/** How long a caller waits for its own write when it does not say. */
export const caughtUpLimitMs = 5_000;

/**
 * Rows derived from the events, kept up with them. What is read is never older than what was read before, also while
 * rows are built anew. Every method throws `ReadModelNotReady` when there is nothing to read.
 */
export abstract class ReadModel {
  abstract get status(): Status;

  /** The row with this key, as it is now; `undefined` when there is none. */
  abstract get<Row extends object>(
    projection: Projection<Row>,
    key: string,
  ): Promise<Row | undefined>;

  /**
   * The rows that meet all conditions, in order, one page at a time.
   * @throws InvalidQuery
   */
  abstract page<Row extends object, Declared extends Columns<Row>>(
    projection: Projection<Row, Declared>,
    query: Query<Declared>,
  ): Promise<RowPage<Row>>;

  /**
   * The rows of an index that have all the words, the best first, one page at a time. Whatever is typed is words: nothing is an error.
   * @throws InvalidQuery
   */
  abstract search<Row extends object, Declared extends Columns<Row>>(
    projection: Projection<Row, Declared>,
    search: Search<Declared>,
  ): Promise<FoundPage<Row>>;

  /**
   * Words of an index that begin like the last one that is being typed, those of most rows first; none where less than two letters are.
   * @throws InvalidQuery
   */
  abstract suggest<Row extends object>(
    projection: Projection<Row>,
    asked: { readonly index: string; readonly words: string; readonly limit: number },
  ): Promise<readonly string[]>;

  /**
   * Resolves when an event is in the rows, so that its writer can read what it wrote.
   * @throws NotCaughtUp after the limit.
   * @throws ProjectionFailed when the event will not get in before a projection is mended.
   */
  abstract caughtUpTo(position: Position, options?: { readonly limitMs?: number }): Promise<void>;

  /** Rows and hash of every projection at one position. Reads all rows: for tools and tests. */
  abstract summary(): Promise<Summary>;
}
