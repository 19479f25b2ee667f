import { cursorOf, positionOf, problems } from '@roadbook/http';
import type { Page, PageRequest, Period, Point } from '@roadbook/questions';
import type { PageQuery } from './page-query.dto.js';
import type { PointQuery } from './point-query.dto.js';

/** A list as it is answered: `next` is the cursor of the page behind, null on the last one. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Names a list with the filter that it was read with: a cursor belongs to both. */
export const listNamed = (name: string, { cursor: _, limit: __, ...filter }: PageQuery): string =>
  `${name} ${JSON.stringify(filter)}`;

/** @throws Problem 400 for a cursor of another list */
export const pageOf = (list: string, { cursor, limit }: PageQuery): PageRequest => ({
  limit,
  ...(cursor !== undefined && { after: positionOf(list, cursor) }),
});

export const listed = <Item>(list: string, { items, next }: Page<Item>): Listed<Item> => ({
  items,
  next: next ? cursorOf(list, next) : null,
});

/**
 * @param field the name of the later end
 * @throws Problem 400 where it ends before it begins
 */
export function periodOf(from?: string, to?: string, field = 'to'): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && to < from)
    throw problems.invalid([{ field, message: `${field} must not be before ${from}` }]);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** @throws Problem 400 where both are given */
export function pointOf({ at, revision }: PointQuery): Point | undefined {
  if (at !== undefined && revision !== undefined)
    throw problems.invalid([
      { field: 'revision', message: 'ask for a time or a revision, not both' },
    ]);
  if (at !== undefined) return { at };
  return revision === undefined ? undefined : { revision };
}
