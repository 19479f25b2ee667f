import type { Projection } from '../projection.js';
import { quoted } from './table.js';

/** The SQL for one index in which rows of a projection are found by words. */
export interface SearchIndex {
  /** As it stands in the schema. */
  readonly name: string;
  readonly table: string;
  /** The words of the index, each with the number of rows that have it. */
  readonly words: string;
  readonly create: readonly string[];
  readonly add: string;
  readonly remove: string;
}

const tablesOf = (projection: string, index: string) => ({
  table: `${projection} search ${index}`,
  words: `${projection} words ${index}`,
});

/**
 * Texts are read once, to be indexed, and not kept again: the row has them. Rows are told apart by the `rowid` of the projection's table,
 * which only a VACUUM of the file could change, and nobody does that.
 */
export function searchIndexOf(
  { name, searched }: Pick<Projection, 'name' | 'searched'>,
  index: string,
): SearchIndex {
  const tables = tablesOf(name, index);
  const [table, words] = [quoted(tables.table), quoted(tables.words)];
  const texts = Object.keys(searched?.texts ?? {}).map(quoted);
  return {
    name: tables.table,
    table,
    words,
    create: [
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${table} USING fts5 (${texts.join(', ')}, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${words} USING fts5vocab (${table}, row)`,
    ],
    add: `INSERT INTO ${table} (${['rowid', ...texts].join(', ')}) VALUES (${['?', ...texts.map(() => '?')].join(', ')})`,
    remove: `DELETE FROM ${table} WHERE rowid = ?`,
  };
}

/** Selects the names of the indexes that a projection has, in order. */
export const selectIndexes = `SELECT substr(name, length(?1) + 1) FROM sqlite_master WHERE type = 'table' AND name GLOB ?1 || '*' ORDER BY 1`;

/** What the names of the tables of the words of a projection begin with. */
export const wordsPrefix = ({ name }: Pick<Projection, 'name'>): string => tablesOf(name, '').words;
