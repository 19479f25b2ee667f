import type { Projection } from '../projection.js';

/** The SQL for the table of one projection. */
export interface Table {
  readonly create: readonly string[];
  readonly read: string;
  readonly write: string;
  readonly remove: string;
  /** Everything in the order of keys: the key, the row, then the columns in the order declared. */
  readonly readAll: string;
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
  return {
    create: [
      `CREATE TABLE ${table} (${list(['key TEXT PRIMARY KEY NOT NULL', 'row TEXT NOT NULL', ...declared, ...searchedAs.map((column) => `${column} TEXT NOT NULL`)])}) STRICT`,
      ...indexes.map((together) => {
        const index = quoted([name, ...together].join(' '));
        return `CREATE INDEX ${index} ON ${table} (${list([...together.map(quoted), 'key'])})`;
      }),
    ],
    read: `SELECT row FROM ${table} WHERE key = ?`,
    write:
      `INSERT INTO ${table} (${list(all)}) VALUES (${list(all.map(() => '?'))}) ` +
      `ON CONFLICT (key) DO UPDATE SET ${list(changes)}`,
    remove: `DELETE FROM ${table} WHERE key = ?`,
    readAll: `SELECT ${list(all)} FROM ${table} ORDER BY key`,
  };
}
