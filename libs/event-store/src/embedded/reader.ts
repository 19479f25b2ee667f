import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Filter, Page, ReadAllOptions, ReadOptions } from '../event-store.js';
import { start } from '../events.js';
import type { Position, StoredEvent } from '../events.js';
import { pageLimit } from '../limits.js';
import { pageOfRows } from './page-rows.js';
import type { PageRows } from './page-rows.js';
import { columns, eventOf, sizeOf } from './rows.js';
import type { Row } from './rows.js';

/** How many positions a page with a filter looks at: what a filter lets through may be rare, and others wait meanwhile. */
const positionsPerPageMax = 10_000;
/** A page ends early above this, so that a page of the largest events still fits in memory. */
const pageDataCharactersMax = 4_000_000;
const rowsPerStep = 100;

/** Reads from one connection; every call sees what was committed when it began. */
export class Reader {
  private readonly lastPosition = this.query('SELECT max(position) FROM events');
  private readonly forwards = this.query(
    `SELECT ${columns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  );
  private readonly backwards = this.query(
    `SELECT ${columns} FROM events WHERE stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`,
  );
  private readonly sealsBetween = this.query(
    'SELECT order_seal FROM events WHERE position > ? AND position <= ? ORDER BY position',
  );
  private readonly filtered = new Map<string, StatementSyncInstance>();

  constructor(private readonly db: DatabaseSyncInstance) {}

  head(): Position {
    const [position] = this.lastPosition.get() as [Position | null];
    return position ?? start;
  }

  stream(stream: string, { direction = 'forwards', from, limit }: ReadOptions): StoredEvent[] {
    const rows =
      direction === 'forwards'
        ? this.forwards.all(stream, from ?? 0, pageLimit(limit))
        : this.backwards.all(stream, from ?? Number.MAX_SAFE_INTEGER, pageLimit(limit));
    return (rows as Row[]).map(eventOf);
  }

  all(options: ReadAllOptions): Page {
    return pageOfRows(this.rows(options));
  }

  /** What a page is made of. */
  rows({ after = start, filter, limit }: ReadAllOptions): PageRows {
    const head = this.head();
    const end = filter ? Math.min(head, after + positionsPerPageMax) : head;
    const statement = this.statementFor(filter ?? {});
    const values = [...(filter?.streamPrefixes ?? []), ...(filter?.types ?? [])];
    const { rows, whole } = collect(
      pageLimit(limit),
      (last, count) => statement.all(last?.[0] ?? behind(after), end, ...values, count) as Row[],
    );
    return { after, rows, end: whole ? end : undefined, head };
  }

  orderSeals(after: Position, upTo: Position): string[] {
    return (this.sealsBetween.all(behind(after), upTo) as [string][]).map(([seal]) => seal);
  }

  private statementFor(filter: Filter): StatementSyncInstance {
    const condition = conditionOf(filter);
    let statement = this.filtered.get(condition);
    if (!statement) {
      statement = this.query(
        `SELECT ${columns} FROM events WHERE position > ? AND position <= ? ${condition} ORDER BY position LIMIT ?`,
      );
      this.filtered.set(condition, statement);
    }
    return statement;
  }

  private query(sql: string): StatementSyncInstance {
    return this.db.prepare(sql, { returnArrays: true });
  }
}

/** Nothing is ever written before the first position. What stands there all the same is forged, and must not stay unseen. */
const behind = (after: Position): number => (after === start ? -Infinity : after);

/** Reads step by step until the page is full. */
function collect(
  limit: number,
  rowsBehind: (last: Row | undefined, count: number) => readonly Row[],
): { rows: Row[]; whole: boolean } {
  const rows: Row[] = [];
  let dataCharacters = 0;
  while (rows.length < limit && dataCharacters < pageDataCharactersMax) {
    const count = Math.min(rowsPerStep, limit - rows.length);
    const step = rowsBehind(rows.at(-1), count);
    for (const row of step) {
      rows.push(row);
      dataCharacters += sizeOf(row);
    }
    if (step.length < count) return { rows, whole: true };
  }
  return { rows, whole: false };
}

/** Prefixes are compared without LIKE, whose wildcards and case folding would let other streams through. */
function conditionOf({ streamPrefixes, types }: Filter): string {
  const prefixed = streamPrefixes?.map(() => ' OR instr(stream, ?) = 1').join('');
  const typed = types?.map(() => '?').join(', ');
  return (
    (prefixed === undefined ? '' : `AND (FALSE${prefixed})`) +
    (typed === undefined ? '' : ` AND type IN (${typed})`)
  );
}
