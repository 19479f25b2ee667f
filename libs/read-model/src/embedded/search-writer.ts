import { createHash } from 'node:crypto';
import type { Projection } from '../projection.js';
import type { RowChange } from '../row-store.js';
import type { Database } from './database.js';
import { searchIndexOf } from './search-index.js';
import type { SearchIndex } from './search-index.js';
import { refuseUnfitIndex } from './shape.js';
import { quoted } from './table.js';

/** A row as it is searched now: its place, and `searched` as it is stored. */
interface Before {
  readonly place: number;
  readonly searched: string;
}

/**
 * Keeps the indexes of one projection with its rows, in the same transaction. An index comes into being with its first row. A row whose
 * texts are what they were is not indexed again: its stored digest tells.
 */
export class SearchWriter {
  private readonly made = new Map<string, SearchIndex>();
  private readonly select: string;

  constructor(
    private readonly database: Database,
    private readonly projection: Projection,
  ) {
    this.select = `SELECT rowid, searched FROM ${quoted(projection.name)} WHERE key = ?`;
  }

  /** A transaction that is taken back takes back the indexes that it made. */
  begin(): void {
    this.made.clear();
  }

  /** Writes the row by `write`, which is given what has to be stored beside it, and then what is found of it. */
  write({ key, searched }: RowChange, write: (searched: string) => void): void {
    const { indexes = [], texts = [] } = searched ?? {};
    for (const index of indexes) refuseUnfitIndex(index);
    const before = this.before(key);
    const stored = indexes.length === 0 ? '' : `${digestOf(texts)} ${indexes.join(', ')}`;
    write(stored);
    if (stored === (before?.searched ?? '')) return;
    this.forget(before);
    const place = before?.place ?? this.before(key)?.place ?? 0;
    for (const index of indexes) this.database.run(this.index(index).add, place, ...texts);
  }

  /** Removes the row by `remove`, and what is found of it. */
  remove(key: string, remove: () => void): void {
    this.forget(this.before(key));
    remove();
  }

  private before(key: string): Before | undefined {
    const [found] = this.database.all<[number, string]>(this.select, key);
    return found && { place: found[0], searched: found[1] };
  }

  private forget(before: Before | undefined): void {
    if (!before) return;
    for (const index of indexesIn(before.searched))
      this.database.run(this.index(index).remove, before.place);
  }

  private index(name: string): SearchIndex {
    let index = this.made.get(name);
    if (index === undefined) {
      index = searchIndexOf(this.projection, name);
      for (const sql of index.create) this.database.execute(sql);
      this.made.set(name, index);
    }
    return index;
  }
}

const digestOf = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('hex');

const indexesIn = (searched: string): string[] =>
  searched === '' ? [] : searched.slice(searched.indexOf(' ') + 1).split(', ');
