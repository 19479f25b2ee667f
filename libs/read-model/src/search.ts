import type { Columns } from './projection.js';
import type { Cursor, RowPage, Where } from './query.js';

/** The most that is typed to be looked for. */
export const searchCharactersMax = 300;

/** How relevance fades with time: it halves whenever so many days have gone by. */
export interface Fading<Declared extends Columns<never>> {
  /** The column with the instant from which on it fades, in milliseconds. */
  readonly since: keyof Declared & string;
  /** The column with the days in which it halves; 0 for what never fades. */
  readonly halfLifeDays: keyof Declared & string;
  /** The instant of the question, in milliseconds. A next page is ranked at the instant of the first. */
  readonly asOfMs: number;
}

export interface Search<Declared extends Columns<never>> {
  /** One of the names that rows are in; one that none is in has nothing. */
  readonly index: string;
  /** As somebody types it: words, and "several words" that have to stand beside each other. A row is found by all of them. */
  readonly words: string;
  readonly where?: Where<Declared>;
  readonly fading?: Fading<Declared>;
  /** A column of 0 and 1: rows with 1 come behind all others. */
  readonly behind?: keyof Declared & string;
  /** `next` of the page before, asked for with the same words, conditions and order. */
  readonly after?: Cursor;
  /** The most rows in this page, 1 to `pageRowsMax`. */
  readonly limit: number;
}

/** A search of a projection that the compiler does not know. */
export type AnySearch = Search<Columns<object>>;

export interface FoundPage<Row> extends RowPage<Row> {
  /** How many rows are found, on all pages. */
  readonly count: number;
}
