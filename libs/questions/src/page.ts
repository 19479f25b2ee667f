import type { Cursor } from '@roadbook/read-model';

/** Which part of a list is wanted. */
export interface PageRequest {
  /** `next` of the page before; absent for the first page. */
  readonly after?: Cursor;
  /** The most items in this page, 1 to 500. */
  readonly limit: number;
}

/** A part of a list. It can have fewer items than asked for without being the last: only a missing `next` says that. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: Cursor;
}

/** From a time up to, not including, another one; ISO 8601 in UTC with milliseconds. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}
