import type { Position } from '@roadbook/event-store';
import { InvalidQuery } from '../errors.js';
import type { Projection } from '../projection.js';
import type { AnySearch, FoundPage } from '../search.js';
import type { Database } from './database.js';
import { searchIndexOf } from './search-index.js';
import { searching } from './searching.js';
import { refuseLimit } from './select.js';
import type { Part } from './select.js';
import { beginningOf, matchOf } from './typed-words.js';

/** Behind every text that begins like the one before it. */
const highest = '\u{10FFFF}';

/** Finds rows of a projection by words. */
export class SearchReader {
  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
  ) {}

  find(search: AnySearch, position: Position): FoundPage<object> {
    const match = matchOf(search.words);
    const { page, count, asOfMs } = searching(this.projection, match ?? '', search);
    if (match === undefined || !this.has(search.index)) return { rows: [], count: 0, position };
    const found = this.database.all<[string, number, number, string, number]>(
      page.sql,
      ...page.values,
    );
    const rows = found.slice(0, search.limit);
    const [, behind, rank, key, counted] = rows.at(-1) ?? ['', 0, 0, '', this.counted(count)];
    return {
      rows: rows.map(([row]) => JSON.parse(row) as object),
      next: found.length > rows.length ? [asOfMs, behind, rank, key] : undefined,
      count: counted,
      position,
    };
  }

  private counted({ sql, values }: Part): number {
    const [[counted] = [0]] = this.database.all<[number]>(sql, ...values);
    return counted;
  }

  suggest(index: string, typed: string, limit: number): string[] {
    refuseLimit(limit);
    const beginning = beginningOf(typed);
    if (beginning === undefined || !this.has(index)) return [];
    const { words } = searchIndexOf(this.projection, index);
    const sql = `SELECT term FROM ${words} WHERE term > ? AND term <= ? ORDER BY doc DESC, term LIMIT ?`;
    const found = this.database.all<[string]>(sql, beginning, beginning + highest, limit);
    return found.map(([term]) => term);
  }

  private has(index: string): boolean {
    if (!this.projection.searched)
      throw new InvalidQuery(`${this.projection.name} is not searched by words`);
    const { name } = searchIndexOf(this.projection, index);
    return this.database.all('SELECT 1 FROM sqlite_master WHERE name = ?', name).length > 0;
  }
}
