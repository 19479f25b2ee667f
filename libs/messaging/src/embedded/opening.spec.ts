import { DatabaseSync } from '@photostructure/sqlite';
import { pragma } from '@roadbook/sqlite';
import { topics } from '../contract/index.js';
import { SqliteMessaging } from './sqlite-messaging.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('the file of messages', () => {
  const folder = temporaryFolder();
  afterAll(() => {
    folder.remove();
  });
  const open = (name: string, of = topics) =>
    SqliteMessaging.open(folder.file(name), { topics: of });

  /** A database as another program, or another version, would leave it. */
  function leave(name: string, sql: string): void {
    const db = new DatabaseSync(folder.file(name));
    db.exec(sql);
    db.close();
  }

  it('is marked as ours, and has a write-ahead log', async () => {
    await open('messages.db').close();
    const db = new DatabaseSync(folder.file('messages.db'));
    expect(pragma(db, 'application_id')).toBe(0x52644d73);
    expect(pragma(db, 'user_version')).toBe(1);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    db.close();
  });

  it('is refused where messages could not be kept durably', () => {
    expect(() => SqliteMessaging.open(':memory:', { topics })).toThrow(
      ':memory: cannot keep anything durably',
    );
  });

  it('is refused when it belongs to another program', () => {
    leave('foreign.db', 'CREATE TABLE messages (a)');
    expect(() => open('foreign.db')).toThrow(
      `${folder.file('foreign.db')} is a database of another program, not a file of messages`,
    );
  });

  it('is refused when it is an event store', () => {
    leave('events.db', 'CREATE TABLE events (a); PRAGMA application_id = 0x526f6164');
    expect(() => open('events.db')).toThrow('is a database of another program');
  });

  it('is refused when a later version wrote it', async () => {
    await open('later.db').close();
    leave('later.db', 'PRAGMA user_version = 2');
    expect(() => open('later.db')).toThrow(
      'was written by a later version of Roadbook (format 2, this one knows 1); start that version',
    );
  });

  it('is refused where a topic has another number of partitions', async () => {
    await open('partitions.db').close();
    expect(() => open('partitions.db', [{ ...topics[0]!, partitions: 4 }])).toThrow(
      `topic orders has 8 partitions in ${folder.file('partitions.db')}, not 4; the number of partitions never changes`,
    );
    await open('partitions.db').close();
  });

  it('takes up a topic that is new', async () => {
    await open('new.db').close();
    const messaging = open('new.db', [...topics, { name: 'letters', summary: 'What is written' }]);
    expect(await messaging.read('letters.dead-letters')).toMatchObject({ messages: [] });
    await messaging.close();
  });
});
