import { createHash } from 'node:crypto';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { accounts, opened } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import { servedRows } from './read-models.fixture.js';
import { rebuild } from './rebuild.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const projections = [accounts];

describe('counting and hashing rows', () => {
  /** More than twice what is read at a time, with keys that sort by bytes in another order than by letters, and one that is empty. */
  const names = ['', 'ü', 'Z', 'a"b\\c\n', ...Array.from({ length: 450 }, (_, at) => `a${at}`)];

  it('takes every row once, in the order of the bytes of its key', async () => {
    const events = new InMemoryEventStore();
    await new Book(events).record(...names.map((name) => opened(name)));
    const folder = folderOf();
    const [summary] = (await rebuild({ folder, events, projections })).projections;
    const { accounts: rows } = await servedRows(folder, projections);
    const hash = createHash('sha256');
    for (const [key, row] of rows!)
      hash.update(`${JSON.stringify([key, row, ['ana', 0, null]])}\n`);
    expect(rows!.map(([key]) => key)).toStrictEqual(
      [...names].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
    );
    expect(summary).toStrictEqual({
      name: 'accounts',
      rows: names.length,
      hash: hash.digest('hex'),
    });
  });
});
