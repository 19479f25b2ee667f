import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { Projection } from '../projection.js';
import type { RowChange } from '../row-store.js';
import { Notebook, notes } from '../sample/notes.fixture.js';
import { check } from './check.js';
import { Database } from './database.js';
import { Folder } from './folder.js';
import { Generation } from './generation.js';
import { readModels } from './read-models.fixture.js';
import { rebuild } from './rebuild.js';
import { refuseUnfit } from './shape.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();
const projections: readonly Projection[] = [notes];

async function served() {
  const folder = folderOf();
  const events = new InMemoryEventStore();
  const book = new Notebook(events);
  await book.write('one', { title: 'rollback' });
  await book.write('two', { title: 'rehearsal', open: false });
  await rebuild({ folder, events, projections });
  return { folder, events, book };
}

const find = async (readModel: ReturnType<typeof readModelOf>, words: string) =>
  (await readModel.search(notes, { index: 'all', words, limit: 10 })).rows.map(({ note }) => note);

describe('what rows are found by', () => {
  it('is built with the rows, and goes on from there', async () => {
    const { folder, events, book } = await served();
    const readModel = readModelOf(folder, events, projections);
    await readModel.start();
    expect(await find(readModel, 'rollback')).toStrictEqual(['one']);
    await readModel.caughtUpTo(await book.write('three', { title: 'rollback' }));
    expect((await find(readModel, 'rollback')).sort()).toStrictEqual(['one', 'three']);
  });

  it('is the same whether it was built at once or kept up', async () => {
    const { folder, events, book } = await served();
    const readModel = readModelOf(folder, events, projections);
    await readModel.start();
    await readModel.caughtUpTo(await book.write('one', { title: 'rolled back', open: false }));
    await readModel.caughtUpTo(await book.tear('two'));
    await readModel.caughtUpTo(await book.write('two', { title: 'rehearsed' }));
    const checked = await check({ folder, events, projections });
    expect(checked.projections.map(({ differences }) => differences)).toStrictEqual([[]]);
    expect(checked.differ).toBe(false);
  });

  it('is checked word by word', async () => {
    const { folder, events } = await served();
    const database = Database.existing(new Folder(folder).file(1));
    database.execute('DELETE FROM "notes search all" WHERE rowid = 1');
    database.execute(
      `INSERT INTO "notes search open to all" (rowid, title, text) VALUES (7, 'surplus', 'rollback')`,
    );
    database.close();
    const checked = await check({ folder, events, projections });
    expect(checked.projections.map(({ differences }) => differences)).toStrictEqual([
      [
        { key: 'rollback in all', served: 'missing' },
        { key: 'rollback in open to all', served: 'different' },
        { key: 'surplus in open to all', served: 'surplus' },
      ],
    ]);
  });

  it('is gone where a batch is given up, and comes with the next', async () => {
    const { folder, events, book } = await served();
    await book.write('three', { title: 'rollback' });
    const [event] = (await events.readAll({ after: 1 })).events;
    const generation = Generation.open(new Folder(folder).file(1), projections)!;
    const searched = { indexes: ['quite new'], texts: ['rollback', ''] };
    const change: RowChange = {
      ...{ projection: projections[0]!, key: 'three', json: '{"note":"three"}', event: event! },
      ...{ columns: [0, 0, 0, 0], searched },
    };
    function* failing() {
      yield change;
      throw new Error('given up');
    }
    expect(() => {
      generation.save(failing(), event!);
    }).toThrow('given up');
    generation.save([change], event!);
    const search = { index: 'quite new', words: 'rollback', limit: 10 };
    expect(generation.search(projections[0]!, search).rows).toStrictEqual([{ note: 'three' }]);
    generation.close();
  });

  it('is called by words in lower case', async () => {
    const events = new InMemoryEventStore();
    await new Notebook(events).write('one', { title: 'rollback' });
    const unfit: Projection = {
      ...(notes as unknown as Projection),
      searched: { indexesOf: () => ['"; DROP'], texts: { title: { weight: 1, of: () => '' } } },
    };
    const building = { folder: folderOf(), events, projections: [unfit] };
    await expect(rebuild(building)).rejects.toThrow(
      'an index that is searched is called by words in lower case, not ""; DROP"',
    );
  });

  it('has texts with names that a column can have', () => {
    const texts = { 'a text': { weight: 1, of: () => '' } };
    const unfit = {
      ...(notes as unknown as Projection),
      searched: { indexesOf: () => [], texts },
    };
    expect(() => {
      refuseUnfit([unfit]);
    }).toThrow('projection notes cannot have a searched text called "a text"');
  });
});
