import { InvalidQuery } from '../errors.js';
import type { Columns, Projection } from '../projection.js';
import { pageRowsMax } from '../query.js';
import type { AnyQuery, Cursor, Range, Where } from '../query.js';
import type { Value } from './database.js';
import { quoted } from './table.js';

/** A part of a statement with the values for its question marks. */
export interface Part {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Selects one row more than the page has, to know whether there is another page: the key, the row, the ordering columns. */
export function selecting({ name, columns }: Projection, query: AnyQuery): Part {
  const { where = {}, orderBy = [], direction = 'ascending', after, limit } = query;
  refuseLimit(limit);
  refuseUnknown({ name, columns }, [...Object.keys(where), ...orderBy]);

  const order = [...orderBy.map(quoted), 'key'];
  const parts = [
    ...conditionsOf(where, quoted),
    ...(after ? [behind(order, direction, after)] : []),
  ];
  const filter = parts.length > 0 ? `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}` : '';
  const sorted = order.map((column) => `${column} ${direction === 'ascending' ? 'ASC' : 'DESC'}`);
  return {
    sql: `SELECT ${['key', 'row', ...orderBy.map(quoted)].join(', ')} FROM ${quoted(name)} ${filter} ORDER BY ${sorted.join(', ')} LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), limit + 1],
  };
}

/** @throws InvalidQuery for a page of no or too many rows */
export function refuseLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > pageRowsMax)
    throw new InvalidQuery(`a page has 1 to ${String(pageRowsMax)} rows, not ${String(limit)}`);
}

/** @throws InvalidQuery for a column that there is not */
export function refuseUnknown(
  { name, columns }: Pick<Projection, 'name' | 'columns'>,
  asked: readonly string[],
): void {
  for (const column of asked)
    if (!(column in columns)) throw new InvalidQuery(`${name} has no column called ${column}`);
}

const signs = { from: '>=', after: '>', to: '<=', before: '<' } as const;
const bounds = ['from', 'after', 'to', 'before'] as const;

/** The conditions that rows have to meet, all of them. */
export const conditionsOf = (
  where: Where<Columns<object>>,
  named: (column: string) => string,
): Part[] => Object.entries(where).flatMap(([column, condition]) => met(named(column), condition));

function met(
  column: string,
  condition: Value | readonly Value[] | Range<Value> | undefined,
): Part[] {
  if (condition === undefined) return [];
  if (condition === null) return [{ sql: `${column} IS NULL`, values: [] }];
  if (typeof condition !== 'object') return [{ sql: `${column} = ?`, values: [condition] }];
  if (isList(condition))
    return [
      { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(condition)] },
    ];
  return bounds.flatMap((bound) => {
    const value = condition[bound];
    return value === undefined ? [] : [{ sql: `${column} ${signs[bound]} ?`, values: [value] }];
  });
}

/** Array.isArray does not recognize arrays that are readonly. */
const isList = (condition: readonly Value[] | Range<Value>): condition is readonly Value[] =>
  Array.isArray(condition);

/** Compares all columns at once, as one value: SQLite then begins at that place of an index. */
function behind(
  order: readonly string[],
  direction: 'ascending' | 'descending',
  after: Cursor,
): Part {
  if (after.length !== order.length)
    throw new InvalidQuery('the page to go on from was asked for in another order');
  return {
    sql: `(${order.join(', ')}) ${direction === 'ascending' ? '>' : '<'} (${order.map(() => '?').join(', ')})`,
    values: after,
  };
}
