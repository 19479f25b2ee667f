import { anEvent, events, fill, somebody } from '../contract/fixtures.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('a store that keeps its last events at hand', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: SqliteEventStore;
  let file: SqliteEventStore;
  beforeEach(() => {
    folder = temporaryFolder();
    store = SqliteEventStore.open(folder.file('events.db'));
    file = SqliteEventStore.openForReading(folder.file('events.db'));
  });
  afterEach(async () => {
    await file.close();
    await store.close();
    folder.remove();
  });

  const sameAsInTheFile = async () => {
    for (let after = -1; after <= (await file.head()); after += 397)
      for (const filter of [undefined, { types: ['Rare'] }, { streamPrefixes: ['release-1'] }])
        for (const limit of [1, 500, 1000])
          expect(await store.readAll({ after, filter, limit })).toStrictEqual(
            await file.readAll({ after, filter, limit }),
          );
  };

  it('answers as the file does, wherever one reads on', async () => {
    for (let count = 0; count < 30; count += 1) {
      await store.append(`release-${count}`, undefined, events(90), somebody);
      await store.append(`rare-${count}`, undefined, [anEvent({ count }, 'Rare')], somebody);
    }
    await sameAsInTheFile();
  });

  it('answers as the file does, wherever one reads on in a stream', async () => {
    await fill(store, 'quiet', 7);
    for (let count = 0; count < 12; count += 1) {
      await store.append(`release-${count}`, undefined, events(100), somebody);
      for (const stream of ['quiet', 'absent', `release-${count}`])
        for (const from of [0, 3, 6, 7, 8, 99, 100])
          for (const limit of [2, 1000])
            expect(await store.readStream(stream, { from, limit })).toStrictEqual(
              await file.readStream(stream, { from, limit }),
            );
    }
  });

  it('answers as the file does after an append that was refused half-way', async () => {
    const [taken] = events(1);
    await store.append('a', undefined, [taken], somebody);
    await Promise.allSettled([
      store.append('b', undefined, [anEvent(), taken], somebody),
      store.append('c', undefined, events(2), somebody),
    ]);
    await sameAsInTheFile();
    for (const stream of ['a', 'b', 'c'])
      expect(await store.readStream(stream)).toStrictEqual(await file.readStream(stream));
  });
});
