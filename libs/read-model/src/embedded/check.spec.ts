import { readdirSync } from 'node:fs';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { NothingToCheck } from '../errors.js';
import type { Projection } from '../projection.js';
import { accounts, counts, deposited, opened, sample } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import { check } from './check.js';
import { Database } from './database.js';
import { Folder } from './folder.js';
import { readModels } from './read-models.fixture.js';
import { rebuild } from './rebuild.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();
const projections: readonly Projection[] = sample;

async function served() {
  const folder = folderOf();
  const events = new InMemoryEventStore();
  const book = new Book(events);
  await book.record(opened('a'), opened('b'), deposited('a', 5));
  await rebuild({ folder, events, projections });
  return { folder, events, book, files: () => readdirSync(folder).sort() };
}

/** Changes the served file behind everybody's back. */
function tamper(folder: string, ...statements: string[]): void {
  const database = Database.existing(new Folder(folder).file(1));
  for (const sql of statements) database.execute(sql);
  database.close();
}

describe('a check', () => {
  it('finds nothing where the served rows are what the events say', async () => {
    const { folder, events, book } = await served();
    await book.record(deposited('b', 100));
    const { differ, position, projections: checked } = await check({ folder, events, projections });
    expect({ differ, position }).toStrictEqual({ differ: false, position: 2 });
    for (const { served, rebuilt, differences } of checked) {
      expect(served).toStrictEqual(rebuilt);
      expect(differences).toStrictEqual([]);
    }
  });

  it('names the rows that are missing, changed or too many', async () => {
    const { folder, events } = await served();
    tamper(
      folder,
      `INSERT INTO accounts VALUES ('aa', '{}', 'eve', 1, NULL)`,
      `DELETE FROM accounts WHERE key = 'b'`,
      `UPDATE counts SET row = json_set(row, '$.count', 99) WHERE key = 'Deposited'`,
    );
    const { differ, projections: checked } = await check({ folder, events, projections });
    expect(differ).toBe(true);
    expect(checked.map(({ name, differences }) => [name, differences])).toStrictEqual([
      [
        'accounts',
        [
          { key: 'aa', served: 'surplus' },
          { key: 'b', served: 'missing' },
        ],
      ],
      ['counts', [{ key: 'Deposited', served: 'different' }]],
      ['deposits', []],
    ]);
    expect(checked.map(({ served, rebuilt }) => served.hash === rebuilt.hash)).toStrictEqual([
      false,
      false,
      true,
    ]);
  });

  it('notices a row that is found by another value than it has', async () => {
    const { folder, events } = await served();
    tamper(folder, `UPDATE accounts SET owner = 'eve' WHERE key = 'a'`);
    const { projections: checked } = await check({ folder, events, projections });
    expect(checked[0]!.differences).toStrictEqual([{ key: 'a', served: 'different' }]);
  });

  it('changes nothing and leaves nothing', async () => {
    const { folder, events } = await served();
    const before = new Folder(folder).stamp;
    const { current } = new Folder(folder);
    await check({ folder, events, projections });
    expect(new Folder(folder)).toMatchObject({ stamp: before, current });
    expect(readdirSync(folder)).not.toContain('read-model.check.db');
  });

  it('compares at the served position while the service goes on', async () => {
    const { folder, events, book } = await served();
    const readModel = readModelOf(folder, events);
    await readModel.start();
    const checking = check({ folder, events, projections });
    await readModel.caughtUpTo(await book.record(deposited('a', 1), deposited('a', 2)));
    await expect(checking).resolves.toMatchObject({ differ: false, position: 2 });
    await expect(check({ folder, events, projections })).resolves.toMatchObject({
      differ: false,
      position: 4,
    });
  });

  it('has nothing to do where nothing is served', async () => {
    const events = new InMemoryEventStore();
    await expect(check({ folder: folderOf(), events, projections })).rejects.toThrow(
      new NothingToCheck('nothing is served yet: start the service, or rebuild'),
    );
  });

  it('refuses rows that other projections made', async () => {
    const { folder, events } = await served();
    await expect(check({ folder, events, projections: [counts] })).rejects.toThrow(
      /made by other projections/,
    );
  });

  it('refuses rows that were made from more events than there are', async () => {
    const { folder } = await served();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    await expect(check({ folder, events, projections })).rejects.toThrow(
      'the events end at position 0, what is served at 2: it was made from other events; rebuild',
    );
  });

  it('refuses projections that cannot be stored together', async () => {
    const events = new InMemoryEventStore();
    await expect(
      check({ folder: folderOf(), events, projections: [accounts, accounts] }),
    ).rejects.toThrow('there are two projections called accounts');
  });
});
