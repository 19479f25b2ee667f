import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { pragma } from '@roadbook/sqlite';
import { events, somebody } from '../contract/fixtures.js';
import { StoreUnavailable } from '../errors.js';
import { seal } from '../seal.js';
import { openWritable } from './files.js';
import { RecentEvents } from './recent-events.js';
import { temporaryFolder } from './temporary-folder.fixture.js';
import { Writer } from './writer.js';

describe('the writer of the file', () => {
  const folder = temporaryFolder();
  let db: DatabaseSyncInstance;
  let writer: Writer;
  beforeAll(() => {
    db = openWritable(folder.file('events.db'));
    writer = new Writer(db, new RecentEvents(), () => undefined);
  });
  afterAll(() => {
    db.close();
    folder.remove();
  });
  const append = (stream: string, count: number) =>
    writer.append(stream, undefined, seal(stream, undefined, events(count), somebody));
  const stored = (): unknown => db.prepare('SELECT DISTINCT stream FROM events ORDER BY 1').all();

  it('keeps nothing of a transaction that found no room, and goes on when there is room', async () => {
    await append('before', 1);
    pragma(db, `max_page_count = ${Number(pragma(db, 'page_count')) + 10}`);
    const results = await Promise.allSettled([append('small', 1), append('large', 500)]);
    for (const result of results) {
      const reason: unknown = result.status === 'rejected' ? result.reason : undefined;
      expect(reason).toBeInstanceOf(StoreUnavailable);
      expect(reason).toMatchObject({ message: 'the event store has no room left on its disk' });
    }
    expect(stored()).toMatchObject([{ stream: 'before' }]);

    pragma(db, 'max_page_count = 1000000');
    expect((await append('after', 500)).position).toBe(500);
    expect(stored()).toMatchObject([{ stream: 'after' }, { stream: 'before' }]);
  });
});
