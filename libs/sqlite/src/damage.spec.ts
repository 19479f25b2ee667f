import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { damageIn } from './damage.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

const pageBytes = 4096;
const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** A file with an index of several pages, and what is found in it after `change`. */
function damageAfter(name: string, change: (path: string, db: DatabaseSyncInstance) => void) {
  const path = folder.file(name);
  const db = new DatabaseSync(path);
  db.exec(
    `CREATE TABLE guests (name TEXT UNIQUE);
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
     INSERT INTO guests SELECT printf('guest %05d', i) FROM n`,
  );
  change(path, db);
  db.close();
  const reopened = new DatabaseSync(path, { readOnly: true });
  const damage = damageIn(reopened);
  reopened.close();
  return damage;
}

const pagesOf = (db: DatabaseSyncInstance, table: string): number[] =>
  db
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .all(table)
    .map((row) => (row as { pageno: number }).pageno);

function overwrite(path: string, page: number, content = Buffer.alloc(pageBytes, 'junk')): void {
  const file = openSync(path, 'r+');
  writeSync(file, content, 0, pageBytes, (page - 1) * pageBytes);
  closeSync(file);
}

describe('a look for damage', () => {
  it('finds nothing in a file that is whole', () => {
    expect(damageAfter('whole.db', () => undefined)).toBeUndefined();
  });

  it.each(['guests', 'sqlite_autoindex_guests_1'])('finds a page of junk in %s', (table) => {
    const damage = damageAfter(`${table}.db`, (path, db) => {
      overwrite(path, pagesOf(db, table)[0] ?? 0);
    });
    expect(damage).toMatch(/^Tree \d+ page \d+/);
  });

  it('finds a page of an index that says what another one says', () => {
    const damage = damageAfter('lacking.db', (path, db) => {
      const [, one = 0, other = 0] = pagesOf(db, 'sqlite_autoindex_guests_1');
      overwrite(path, one, readFileSync(path).subarray((other - 1) * pageBytes, other * pageBytes));
    });
    expect(damage).toMatch(/^row \d+ missing from index sqlite_autoindex_guests_1$/);
  });
});
