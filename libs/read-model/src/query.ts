import type { Position } from '@roadbook/event-store';
import type { Columns } from './projection.js';

type ValueOf<Declared extends Columns<never>, Name extends keyof Declared> = ReturnType<
  Declared[Name]['of']
>;

/** All bounds that are given must hold; a null lies in no range. */
export interface Range<Value> {
  /** At least. */
  readonly from?: Value;
  /** More than. */
  readonly after?: Value;
  /** At most. */
  readonly to?: Value;
  /** Less than. */
  readonly before?: Value;
}

/** A value is met by itself, a list by any of its values, a range by what lies in it; `undefined` by everything. */
export type Condition<Value> =
  Value | readonly NonNullable<Value>[] | Range<NonNullable<Value>> | undefined;

export type Where<Declared extends Columns<never>> = {
  readonly [Name in keyof Declared]?: Condition<ValueOf<Declared, Name>>;
};

type NeverNull<Declared extends Columns<never>> = {
  [Name in keyof Declared & string]: null extends ValueOf<Declared, Name> ? never : Name;
}[keyof Declared & string];

/** Where a page ended: its last row's values in the columns ordered by, and its key. */
export type Cursor = readonly (string | number)[];

export const pageRowsMax = 500;

export interface Query<Declared extends Columns<never>> {
  readonly where?: Where<Declared>;
  /** Rows that are equal in all of these come in the order of their keys. */
  readonly orderBy?: readonly NeverNull<Declared>[];
  readonly direction?: 'ascending' | 'descending';
  /** `next` of the page before, asked with the same order and direction. */
  readonly after?: Cursor;
  /** The most rows in this page, 1 to `pageRowsMax`. */
  readonly limit: number;
}

/** A query of a projection that the compiler does not know. */
export type AnyQuery = Query<Columns<object>>;

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; absent when this one was the last. */
  readonly next?: Cursor;
  /** The rows are those of all events up to here. */
  readonly position: Position;
}
