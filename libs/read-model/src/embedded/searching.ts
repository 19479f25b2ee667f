import { InvalidQuery } from '../errors.js';
import type { Projection } from '../projection.js';
import type { Cursor } from '../query.js';
import type { AnySearch, Fading } from '../search.js';
import type { Columns } from '../projection.js';
import type { Value } from './database.js';
import { searchIndexOf } from './search-index.js';
import { conditionsOf, refuseLimit, refuseUnknown } from './select.js';
import type { Part } from './select.js';
import { quoted } from './table.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Where a page of what was found ended: the instant of the first page, behind or not, the rank, and the key. */
type Ended = readonly [asOfMs: number, behind: number, rank: number, key: string];

export interface Searching {
  /** Selects one row more than the page has: the row, then `behind`, rank and key, and how many are found on all pages. */
  readonly page: Part;
  /** For a page without a row, which can't tell it. */
  readonly count: Part;
  readonly asOfMs: number;
}

/**
 * The best first: bm25 of the index, in which a better row has a lower number below 0, times how much of it is left at the instant of
 * the question. Only the page's own rows are read: all others are ranked by their columns.
 */
export function searching(projection: Projection, match: string, search: AnySearch): Searching {
  const { index, where = {}, fading, behind, after, limit } = search;
  refuseLimit(limit);
  const named = [...Object.keys(where), ...(behind ? [behind] : [])];
  refuseUnknown(projection, [...named, ...(fading ? [fading.since, fading.halfLifeDays] : [])]);
  const ended = after && endedAt(after);
  const asOfMs = ended?.[0] ?? fading?.asOfMs ?? 0;
  const rows = quoted(projection.name);
  const { table } = searchIndexOf(projection, index);
  const column = (name: string) => `${rows}.${quoted(name)}`;
  const conditions = conditionsOf(where, column);
  const weights = Object.values(projection.searched?.texts ?? {}).map(({ weight }) => weight);
  const left = leftOf(fading, column, asOfMs);
  const met = ['', ...conditions.map(({ sql }) => sql)].join(' AND ');
  const values = [match, ...conditions.flatMap((part) => part.values)];
  const found = `FROM ${table} JOIN ${rows} ON ${rows}.rowid = ${table}.rowid WHERE ${table} MATCH ?${met}`;
  const ranked =
    `SELECT ${rows}.rowid AS place, ${behind ? column(behind) : '0'} AS behind, ` +
    `bm25(${[table, ...weights].join(', ')}) * ${left.sql} AS rank, ${rows}.key AS key ${found}`;
  const next = ended ? 'WHERE (behind, rank, key) > (?, ?, ?) ' : '';
  return {
    asOfMs,
    page: {
      sql:
        `WITH ranked AS MATERIALIZED (${ranked}), ` +
        `page AS (SELECT * FROM ranked ${next}ORDER BY behind, rank, key LIMIT ?) ` +
        `SELECT row, behind, rank, page.key, (SELECT count(*) FROM ranked) FROM page JOIN ${rows} ON ${rows}.rowid = place ORDER BY behind, rank, page.key`,
      values: [...left.values, ...values, ...(ended?.slice(1) ?? []), limit + 1],
    },
    count: { sql: `SELECT count(*) ${found}`, values },
  };
}

/** How much of the relevance is left, as a factor. What lies ahead of the question has not faded yet. */
function leftOf(
  fading: Fading<Columns<object>> | undefined,
  column: (name: string) => string,
  asOfMs: number,
): Part {
  if (!fading) return { sql: '1', values: [] };
  const [since, halfLife] = [column(fading.since), column(fading.halfLifeDays)];
  const sql = `CASE WHEN ${halfLife} = 0 THEN 1 ELSE pow(0.5, max(0, ? - ${since}) / (${halfLife} * ${String(dayMs)}.0)) END`;
  return { sql, values: [asOfMs] };
}

function endedAt(after: Cursor): Ended {
  const [asOfMs, behind, rank, key, ...more] = after as readonly Value[];
  if (
    typeof asOfMs !== 'number' ||
    typeof behind !== 'number' ||
    typeof rank !== 'number' ||
    typeof key !== 'string' ||
    more.length > 0
  )
    throw new InvalidQuery('the page to go on from was of another search');
  return [asOfMs, behind, rank, key];
}
