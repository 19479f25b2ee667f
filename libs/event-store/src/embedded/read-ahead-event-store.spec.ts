import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../../../scripts/ready/build.mjs';
import { anEvent, events, fill, idsOf, readToEnd, somebody } from '../contract/fixtures.js';
import { pageEventsMax } from '../limits.js';
import type { ReadAheadEventStore } from './read-ahead-event-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

/** A thread takes no TypeScript, so the build is tested. */
const built = join(import.meta.dirname, '../../../../dist/libs/event-store/src/embedded/index.js');

describe('an event store that reads ahead', () => {
  let open: (path: string) => ReadAheadEventStore;
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  let written: SqliteEventStore;
  let store: ReadAheadEventStore;

  beforeAll(async () => {
    await ensureBuilt();
    const embedded = (await import(pathToFileURL(built).href)) as typeof import('./index.js');
    open = (file) => embedded.ReadAheadEventStore.open(file);
  }, 60_000);

  beforeEach(async () => {
    folder = temporaryFolder();
    path = folder.file('events.db');
    written = SqliteEventStore.open(path);
    for (let stream = 0; stream < 5; stream += 1)
      await written.append(`release-${String(stream)}`, undefined, events(500), somebody);
    store = open(path);
  });

  afterEach(async () => {
    await store.close();
    await written.close();
    folder.remove();
  });

  it('gives every event as it is stored, page by page', async () => {
    expect(await readToEnd(store)).toStrictEqual(await readToEnd(written));
  });

  it('gives the page that is asked for, wherever the one before it ended', async () => {
    await store.readAll();
    expect(await store.readAll({ after: 41 })).toStrictEqual(await written.readAll({ after: 41 }));
    const pages = await Promise.all([store.readAll({ after: 7 }), store.readAll({ after: 1900 })]);
    expect(pages.map((page) => page.events[0]?.position)).toStrictEqual([8, 1901]);
  });

  it('sees what was written since it read ahead', async () => {
    let { position } = await store.readAll();
    ({ position } = await store.readAll({ after: position }));
    const [appended] = await fill(written, 'release-late', 1);
    const last = await store.readAll({ after: position });
    expect(last.atEnd).toBe(true);
    expect(last.events.at(-1)?.position).toBe(appended?.position);
  });

  it('reads with a filter or a limit, too', async () => {
    const rare = anEvent({}, 'ViolationRecorded');
    await written.append('violations', undefined, [rare], somebody);
    const filter = { types: ['ViolationRecorded'] };
    expect(idsOf(await readToEnd(store, { filter }))).toStrictEqual([rare.id]);
    expect((await store.readAll({ limit: 3 })).events).toHaveLength(3);
  });

  it('gives everything before an event that cannot be read, and then fails about that event', async () => {
    const raw = new DatabaseSync(path);
    raw.exec(
      `DROP TRIGGER events_are_never_changed; UPDATE events SET data = 'no JSON' WHERE position = 1500`,
    );
    raw.close();
    const { position } = await store.readAll();
    expect(position).toBe(pageEventsMax - 1);
    const before = await store.readAll({ after: position });
    expect(before).toMatchObject({ position: 1499, atEnd: false });
    await expect(store.readAll({ after: 1499 })).rejects.toMatchObject({
      name: 'UnreadableEvent',
      position: 1500,
    });
  });

  it('refuses to append', async () => {
    await expect(store.append('release-0', undefined, events(1), somebody)).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: 'the event store was opened for reading only',
    });
  });

  it('says that it is closed, also to whoever waits for a page', async () => {
    const waiting = store.readAll();
    await store.close();
    await expect(waiting).rejects.toMatchObject({ message: 'the event store is closed' });
    await expect(store.readAll()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
});
