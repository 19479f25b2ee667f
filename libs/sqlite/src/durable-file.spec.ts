import { DatabaseSync } from '@photostructure/sqlite';
import { mkdirSync, writeFileSync } from 'node:fs';
import { openDurable, openReadable as openForReading, refuseUndurable } from './durable-file.js';
import { pragma } from './pragma.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

/** What the specs keep in a file. */
const format = {
  name: 'a guest book',
  applicationId: 0x526f6164,
  version: 1,
  schema: 'CREATE TABLE guests (name TEXT) STRICT',
};
const openWritable = (path: string) => openDurable(path, format);
const openReadable = (path: string) => openForReading(path, format);

describe('a durable file', () => {
  const folder = temporaryFolder();
  afterAll(() => {
    folder.remove();
  });

  /** A database as another program, or another version, would leave it. */
  function leave(name: string, sql: string): string {
    const path = folder.file(name);
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
    return path;
  }

  it('is durable: write-ahead log, every commit waits for the disk', () => {
    const db = openWritable(folder.file('durable.db'));
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'busy_timeout')).toBe(1000);
    expect(pragma(db, 'journal_size_limit')).toBe(67_108_864);
    expect(pragma(db, 'wal_autocheckpoint')).toBe(8000);
    db.close();
  });

  it('is marked as ours', () => {
    const db = openWritable(folder.file('marked.db'));
    expect(pragma(db, 'application_id')).toBe(0x526f6164);
    expect(pragma(db, 'user_version')).toBe(1);
    db.close();
  });

  it('is refused where nothing could be kept durably', () => {
    expect(() => openWritable(':memory:')).toThrow(
      ':memory: cannot keep anything durably: journal_mode is memory instead of wal',
    );
  });

  it.each([
    ['delete', 2],
    ['wal', 1],
    ['wal', 0],
  ])('is refused with journal_mode %s and synchronous %d', (journalMode, synchronous) => {
    expect(() => {
      refuseUndurable(journalMode, synchronous, 'guests.db');
    }).toThrow('guests.db cannot keep anything durably');
  });

  it('is refused when it belongs to another program, and left as it was', () => {
    const path = leave('foreign.db', 'CREATE TABLE t (a); PRAGMA application_id = 42');
    const unmarked = leave('unmarked.db', 'CREATE TABLE guests (a)');
    for (const file of [path, unmarked]) {
      const message = `${file} is a database of another program, not a guest book`;
      expect(() => openWritable(file)).toThrow(message);
      expect(() => openReadable(file)).toThrow(message);
    }
    const db = new DatabaseSync(path);
    expect(pragma(db, 'journal_mode')).toBe('delete');
    db.close();
  });

  it('is refused when a later version wrote it', () => {
    openWritable(folder.file('later.db')).close();
    const path = leave('later.db', 'PRAGMA user_version = 2');
    const message = /later version of Roadbook \(format 2, this one knows 1\); start that version/;
    expect(() => openWritable(path)).toThrow(message);
    expect(() => openReadable(path)).toThrow(message);
  });

  it('is refused when it is no database', () => {
    const path = folder.file('text.db');
    writeFileSync(path, 'no database at all, but long enough to look at\n'.repeat(100));
    expect(() => openWritable(path)).toThrow(`${path} cannot be opened: file is not a database`);
  });

  it('is refused when its folder is missing or in its place', () => {
    const missing = folder.file('nowhere/guests.db');
    expect(() => openWritable(missing)).toThrow(`${missing} cannot be opened`);
    expect(() => openReadable(missing)).toThrow(`there is no guest book at ${missing}`);
    mkdirSync(folder.file('folder'));
    expect(() => openWritable(folder.file('folder'))).toThrow('cannot be opened');
  });

  it('is taken up again when the process died before the tables were made', () => {
    const path = leave('empty.db', 'PRAGMA journal_mode = WAL');
    expect(() => openReadable(path)).toThrow(`there is no guest book at ${path}`);
    const db = openWritable(path);
    expect(pragma(db, 'user_version')).toBe(1);
    db.close();
  });
});
