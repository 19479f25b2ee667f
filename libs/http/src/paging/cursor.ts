import { malformed } from '../problem/problems.js';

/** Where a page ends: the sort key of its last row. */
export type Position = readonly (string | number)[];

const cursorCharactersMax = 1_000;

/**
 * An opaque mark from which a list can be read on.
 * @param list which list it belongs to, with the filter that it was read with
 */
export const cursorOf = (list: string, position: Position): string =>
  Buffer.from(JSON.stringify([list, ...position])).toString('base64url');

/** @throws Problem 400 when the cursor isn't one of this list */
export function positionOf(list: string, cursor: string): Position {
  const position = cursor.length > cursorCharactersMax ? undefined : decoded(list, cursor);
  if (!position) throw malformed('this cursor belongs to no page of this list: start without one');
  return position;
}

function decoded(list: string, cursor: string): Position | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value[0] !== list || !value.every(isSortable)) return undefined;
    const position = value.slice(1);
    return cursorOf(list, position) === cursor ? position : undefined;
  } catch {
    return undefined;
  }
}

const isSortable = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
