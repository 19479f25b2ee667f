import type { Projection } from '../projection.js';

/** The SQL for the table of one projection. */
export interface Table {
  readonly create: string;
  readonly createIndexes: readonly string[];
  readonly read: string;
  readonly write: string;
  readonly remove: string;
  /** Every row in the order of keys: the key, and everything that is served of the row as one text. */
  readonly readTexts: string;
  /**
   * The same texts as bytes, each with a line feed: of so many rows from a key on, after so many that are left out. Then how many
   * they are, and the last key.
   */
  readonly readBytes: string;
}

/** Names come from the source code and were refused unless they are plain; quoting keeps SQL's own words apart. */
export const quoted = (name: string): string => `"${name}"`;

const list = (parts: readonly string[]) => parts.join(', ');

export function tableOf({ name, columns, indexes, searched }: Projection): Table {
  const table = quoted(name);
  const names = Object.keys(columns).map(quoted);
  // Which indexes the row is in, and a digest of its texts there.
  const searchedAs = searched ? ['searched'] : [];
  const declared = Object.entries(columns).map(
    ([column, { type, nullable }]) =>
      `${quoted(column)} ${type.toUpperCase()}${nullable ? '' : ' NOT NULL'}`,
  );
  const changes = ['row', ...names, ...searchedAs].map(
    (column) => `${column} = excluded.${column}`,
  );
  const all = ['key', 'row', ...names, ...searchedAs];
  // Handing over one text costs less than handing over what it is made of.
  const text = `'[' || json_quote(key) || ',' || row || ',' || json_array(${list([...names, ...searchedAs])}) || ']'`;
  return {
    create: `CREATE TABLE ${table} (${list(['key TEXT PRIMARY KEY NOT NULL', 'row TEXT NOT NULL', ...declared, ...searchedAs.map((column) => `${column} TEXT NOT NULL`)])}) STRICT`,
    createIndexes: indexes.map((together) => {
      const index = quoted([name, ...together].join(' '));
      return `CREATE INDEX ${index} ON ${table} (${list([...together.map(quoted), 'key'])})`;
    }),
    read: `SELECT row FROM ${table} WHERE key = ?`,
    write:
      `INSERT INTO ${table} (${list(all)}) VALUES (${list(all.map(() => '?'))}) ` +
      `ON CONFLICT (key) DO UPDATE SET ${list(changes)}`,
    remove: `DELETE FROM ${table} WHERE key = ?`,
    readTexts: `SELECT key, ${text} FROM ${table} ORDER BY key`,
    // SQLite keeps the order in which rows are selected for what is concatenated of them.
    readBytes:
      "SELECT CAST(group_concat(text, '') AS BLOB), count(*), max(key) FROM " +
      `(SELECT key, ${text} || char(10) AS text FROM ${table} WHERE key >= ? ORDER BY key LIMIT ? OFFSET ?)`,
  };
}
