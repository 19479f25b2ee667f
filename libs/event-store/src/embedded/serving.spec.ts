import { DatabaseSync } from '@photostructure/sqlite';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import {
  anEvent,
  events,
  fill,
  gate,
  idsOf,
  readToEnd,
  somebody,
  Subscriber,
} from '../contract/fixtures.js';
import { StoreUnavailable } from '../errors.js';
import { verify } from '../verify.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { temporaryFolder } from './temporary-folder.fixture.js';

describe('the embedded event store', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  let store: SqliteEventStore;
  beforeEach(() => {
    folder = temporaryFolder();
    path = folder.file('events.db');
    store = SqliteEventStore.open(path);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  describe('opened again', () => {
    it('has everything, and goes on behind it', async () => {
      const [, second] = await fill(store, 'release-1', 2);
      const before = await readToEnd(store);
      await store.close();
      store = SqliteEventStore.open(path);
      expect(await readToEnd(store)).toStrictEqual(before);
      const { position } = await store.append('release-1', second?.head, events(1), somebody);
      expect(position).toBe(2);
      expect(await verify(store)).toMatchObject({ events: 3, inStream: undefined });
    });

    it('is refused while it is open for writing', async () => {
      expect(() => SqliteEventStore.open(path)).toThrow('is written by another process');
      await store.close();
      store = SqliteEventStore.open(path);
    });

    it('is not locked by an attempt that failed', () => {
      const missing = folder.file('other.db');
      const foreign = new DatabaseSync(missing);
      foreign.exec('CREATE TABLE t (a)');
      expect(() => SqliteEventStore.open(missing)).toThrow('database of another program');
      foreign.exec('DROP TABLE t');
      foreign.close();
      return SqliteEventStore.open(missing).close();
    });
  });

  describe('closed', () => {
    it('has committed what waited', async () => {
      const appended = store.append('release-1', undefined, events(2), somebody);
      await store.close();
      expect((await appended).position).toBe(1);
      store = SqliteEventStore.open(path);
      expect(await readToEnd(store)).toHaveLength(2);
    });

    it('refuses everything, and closing again is nothing', async () => {
      await store.close();
      await store.close();
      await expect(store.append('release-1', undefined, events(1), somebody)).rejects.toStrictEqual(
        new StoreUnavailable('the event store is closed'),
      );
      await expect(store.readAll()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
    });

    it('waits for the running handler, and tells subscribers nothing more', async () => {
      const { opened, open } = gate();
      const subscriber = new Subscriber(store, {}, () => opened);
      await fill(store, 'release-1', 1);
      await subscriber.until((told) => told.pages.length === 1);
      let closed = false;
      const closing = store.close().then(() => (closed = true));
      await turnOfTheLoop();
      expect(closed).toBe(false);
      open();
      await closing;
      expect(subscriber.events).toHaveLength(1);
      expect(subscriber.errors).toStrictEqual([]);
    });
  });

  describe('in trouble', () => {
    it('says so when another program holds the file, writes nothing, and recovers', async () => {
      const other = new DatabaseSync(path);
      other.exec('BEGIN IMMEDIATE');
      const results = await Promise.allSettled([
        store.append('release-1', undefined, events(1), somebody),
        store.append('release-2', undefined, events(1), somebody),
      ]);
      other.exec('ROLLBACK');
      other.close();
      for (const result of results) {
        expect(result).toMatchObject({
          status: 'rejected',
          reason: {
            name: 'StoreUnavailable',
            message: 'the event store is locked by another program',
          },
        });
      }
      await fill(store, 'release-1', 1);
      expect(await readToEnd(store)).toHaveLength(1);
    });

    it('keeps nothing of a transaction that was not committed', async () => {
      await store.close();
      let failing = true;
      store = SqliteEventStore.open(path, {
        failpoint: (moment) => {
          if (failing && moment === 'before-commit') throw new Error('the disk is gone');
        },
      });
      const all = ['a', 'b'].map((stream) => store.append(stream, undefined, events(3), somebody));
      const subscriber = new Subscriber(store);
      for (const result of await Promise.allSettled(all)) {
        expect(result).toMatchObject({
          status: 'rejected',
          reason: { name: 'StoreUnavailable', message: 'the event store failed: the disk is gone' },
        });
      }
      expect(await readToEnd(store)).toStrictEqual([]);
      failing = false;
      await fill(store, 'c', 2);
      await subscriber.until((told) => told.events.length === 2);
      expect(subscriber.events.map(({ position }) => position)).toStrictEqual([0, 1]);
      expect(await verify(store)).toMatchObject({ events: 2, inOrder: undefined });
    });

    it('ends a subscription through its error when an event cannot be read', async () => {
      await fill(store, 'release-1', 3);
      await store.close();
      store = SqliteEventStore.open(path);
      tamper(path, `UPDATE events SET data = 'no JSON' WHERE position = 2`);
      const subscriber = new Subscriber(store);
      await subscriber.until((told) => told.errors.length > 0);
      expect(subscriber.events).toHaveLength(2);
      expect(subscriber.errors).toMatchObject([
        { name: 'UnreadableEvent', position: 2, stream: 'release-1', revision: 2 },
      ]);
    });
  });

  describe('giving positions', () => {
    it('leaves no gap where an append was refused half-way', async () => {
      const [taken] = events(1);
      await store.append('a', undefined, [taken], somebody);
      await Promise.allSettled([
        store.append('b', undefined, events(2), somebody),
        store.append('c', undefined, [anEvent(), anEvent(), taken], somebody),
        store.append('d', undefined, events(2), somebody),
      ]);
      const positions = (await readToEnd(store)).map(({ position }) => position);
      expect(positions).toStrictEqual([0, 1, 2, 3, 4]);
      expect(await verify(store)).toMatchObject({ events: 5, inOrder: undefined });
    });
  });

  describe('with a filter that lets little through', () => {
    it('looks at so many positions in a page, and finds everything', async () => {
      for (let stream = 0; stream < 24; stream++) {
        await store.append(`road-${stream}`, undefined, events(500), somebody);
      }
      const rare = anEvent({}, 'ViolationRecorded');
      await store.append('violations', undefined, [rare], somebody);
      const filter = { types: ['ViolationRecorded'] };
      expect(await store.readAll({ filter })).toStrictEqual({
        events: [],
        position: 9999,
        atEnd: false,
      });
      expect(idsOf(await readToEnd(store, { filter }))).toStrictEqual([rare.id]);
      const subscriber = new Subscriber(store, { filter });
      await subscriber.until((told) => told.events.length === 1);
    });
  });

  describe('with large events', () => {
    it('ends a page early, and loses nothing', async () => {
      const text = 'x'.repeat(200_000);
      for (let stream = 0; stream < 150; stream += 1) {
        await store.append(`release-${stream}`, undefined, [anEvent({ text })], somebody);
      }
      const page = await store.readAll();
      expect(page.events).toHaveLength(100);
      expect(page.atEnd).toBe(false);
      expect(await readToEnd(store)).toHaveLength(150);
    });
  });

  describe('opened for reading', () => {
    it('sees what another connection writes, and follows it', async () => {
      await fill(store, 'release-1', 2);
      const reader = SqliteEventStore.openForReading(path);
      expect(await readToEnd(reader)).toStrictEqual(await readToEnd(store));
      const subscriber = new Subscriber(reader);
      await fill(store, 'release-2', 2);
      await subscriber.until((told) => told.events.length === 4);
      await fill(store, 'release-3', 1);
      await subscriber.until((told) => told.events.length === 5);
      expect(await verify(reader)).toMatchObject({ events: 5, streams: 3 });
      await reader.close();
    });

    it('refuses to append', async () => {
      const reader = SqliteEventStore.openForReading(path);
      await expect(
        reader.append('release-1', undefined, events(1), somebody),
      ).rejects.toStrictEqual(new StoreUnavailable('the event store was opened for reading only'));
      await reader.close();
    });

    it('works when nobody writes', async () => {
      await fill(store, 'release-1', 2);
      await store.close();
      const reader = SqliteEventStore.openForReading(path);
      expect(await readToEnd(reader)).toHaveLength(2);
      await reader.close();
      store = SqliteEventStore.open(path);
    });
  });
});

function tamper(path: string, sql: string): void {
  const raw = new DatabaseSync(path);
  raw.exec(`DROP TRIGGER events_are_never_changed; ${sql}`);
  raw.close();
}
