import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { fill, readToEnd } from '../contract/fixtures.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { copyOf } from './tampered-file.fixture.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('the events in the file', () => {
  const folder = temporaryFolder();
  const path = folder.file('events.db');
  let store: SqliteEventStore;
  let raw: DatabaseSyncInstance;
  beforeAll(async () => {
    store = SqliteEventStore.open(path);
    await fill(store, 'release-1', 3);
    raw = new DatabaseSync(path);
  });
  afterAll(async () => {
    raw.close();
    await store.close();
    folder.remove();
  });

  it.each([
    ['changed', `UPDATE events SET type = 'Other' WHERE position = 1`],
    ['changed', `UPDATE events SET data = '{}'`],
    ['changed', `UPDATE OR REPLACE events SET position = 0 WHERE position = 1`],
    ['removed', `DELETE FROM events`],
    ['removed', `DELETE FROM events WHERE stream = 'release-1' AND revision = 2`],
    ['replaced', `INSERT OR REPLACE ${copyOf(1, { id: "'new'", stream: "'new'" })}`],
    ['replaced', `INSERT OR REPLACE ${copyOf(1, { position: '99', stream: "'new'" })}`],
    ['replaced', `INSERT OR REPLACE ${copyOf(1, { position: '99', id: "'new'" })}`],
  ])('are never %s: %s', async (what, sql) => {
    const before = await readToEnd(store);
    expect(() => {
      raw.exec(sql);
    }).toThrow(`events are never ${what}`);
    expect(await readToEnd(store)).toStrictEqual(before);
    expect(before).toHaveLength(3);
  });
});
