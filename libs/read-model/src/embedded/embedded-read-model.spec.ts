import { readdirSync } from 'node:fs';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { NotCaughtUp, ProjectionFailed, ReadModelNotReady } from '../errors.js';
import type { Projection } from '../projection.js';
import { accounts, counts, deposited, opened } from '../sample/accounts.fixture.js';
import type { AccountRow } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import { FickleEventStore } from './fickle-event-store.fixture.js';
import { failingAtEvent, plainRows, readModels, servedRows } from './read-models.fixture.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();

const account = (name: string, balance: number): AccountRow => ({
  account: name,
  owner: 'ana',
  balance,
  note: null,
});

/** A read model with the first two of three events, stopped before the third. */
async function stoppedBeforeTheLast() {
  const folder = folderOf();
  const events = new FickleEventStore();
  const book = new Book(events);
  await book.record(opened('a'), deposited('a', 5));
  const readModel = readModelOf(folder, events);
  await readModel.start();
  await readModel.stop();
  return { folder, events, position: await book.record(deposited('a', 7)) };
}

describe('a read model', () => {
  it('serves rows of what has happened and of what happens then', async () => {
    const events = new InMemoryEventStore();
    const book = new Book(events);
    await book.record(opened('a'), deposited('a', 5));
    const readModel = readModelOf(folderOf(), events);
    await readModel.start();
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 5));
    const position = await book.record(deposited('a', 7));
    await readModel.caughtUpTo(position);
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 12));
    expect(await readModel.get(accounts, 'b')).toBeUndefined();
    expect(readModel.status).toStrictEqual({ state: 'live', position });
  });

  it('is live at once when nothing has happened', async () => {
    const readModel = readModelOf(folderOf(), new InMemoryEventStore());
    expect(readModel.status).toStrictEqual({ state: 'stopped' });
    const starting = readModel.start();
    expect(readModel.status.state).toBe('preparing');
    await starting;
    expect(readModel.status).toStrictEqual({ state: 'live', position: -1 });
  });

  it('goes on where it stopped', async () => {
    const { folder, events, position } = await stoppedBeforeTheLast();
    events.readAfter.length = 0;
    const readModel = readModelOf(folder, events);
    await readModel.start();
    await readModel.caughtUpTo(position);
    expect(events.readAfter[0]).toBe(1);
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 12));
  });

  it('is live when it has taken in what happened while it was stopped, and can be read before', async () => {
    const { folder, events, position } = await stoppedBeforeTheLast();
    let release: (value?: unknown) => void = () => undefined;
    events.held = new Promise((resolve) => (release = resolve));
    const readModel = readModelOf(folder, events);
    await readModel.start();
    expect(readModel.status).toStrictEqual({ state: 'catching-up', position: 1 });
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 5));
    release();
    await readModel.caughtUpTo(position);
    expect(readModel.status).toStrictEqual({ state: 'live', position: 2 });
  });

  it('can be stopped while it is being built, and leaves nothing behind', async () => {
    const folder = folderOf();
    const events = new FickleEventStore(1);
    await new Book(events).record(opened('a'), opened('b'));
    let release: (value?: unknown) => void = () => undefined;
    events.held = new Promise((resolve) => (release = resolve));
    const readModel = readModelOf(folder, events);
    const starting = readModel.start();
    const stopping = readModel.stop();
    release();
    await Promise.all([starting, stopping]);
    expect(readModel.status).toStrictEqual({ state: 'stopped' });
    expect(readdirSync(folder)).toStrictEqual(['read-model.lock']);
  });

  it('tells who waits too long how far it is', async () => {
    const readModel = readModelOf(folderOf(), new InMemoryEventStore());
    await readModel.start();
    const waiting = readModel.caughtUpTo(7, { limitMs: 1 });
    await expect(waiting).rejects.toThrow(new NotCaughtUp(7, -1, 1));
  });

  it('cannot be read before it is started or after it is stopped', async () => {
    const readModel = readModelOf(folderOf(), new InMemoryEventStore());
    await expect(readModel.get(accounts, 'a')).rejects.toThrow(ReadModelNotReady);
    await expect(readModel.caughtUpTo(0)).rejects.toThrow(ReadModelNotReady);
    await readModel.start();
    const waiting = expect(readModel.caughtUpTo(0)).rejects.toThrow(ReadModelNotReady);
    await readModel.stop();
    await waiting;
    await expect(readModel.page(accounts, { limit: 1 })).rejects.toThrow(ReadModelNotReady);
  });

  it('refuses a projection that it does not have', async () => {
    const readModel = readModelOf(folderOf(), new InMemoryEventStore(), [accounts]);
    await readModel.start();
    await expect(readModel.get(counts, 'Opened')).rejects.toThrow('no projection called counts');
  });
});

describe('a read model in trouble', () => {
  it('stands still before an event that a projection cannot take, and says so', async () => {
    const events = new InMemoryEventStore();
    const book = new Book(events);
    const readModel = readModelOf(folderOf(), events, [counts, failingAtEvent(accounts, 2)]);
    await readModel.start();
    await readModel.caughtUpTo(await book.record(opened('a')));
    const position = await book.record(deposited('a', 1));
    await expect(readModel.caughtUpTo(position)).rejects.toThrow(ProjectionFailed);
    const [, event] = (await events.readAll()).events;
    expect(readModel.status).toStrictEqual({
      state: 'failed',
      position: 0,
      error: new ProjectionFailed('accounts', event!, new Error('broken')),
    });
    await expect(readModel.caughtUpTo(await book.record(opened('b')))).rejects.toThrow('broken');
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 0));
    expect(await readModel.get(counts, 'Deposited')).toBeUndefined();
  });

  it('starts although a projection fails about the past, and refuses to be read', async () => {
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    const folder = folderOf();
    const readModel = readModelOf(folder, events, [failingAtEvent(accounts, 1)]);
    await readModel.start();
    expect(readModel.status.state).toBe('failed');
    await expect(readModel.get(accounts, 'a')).rejects.toThrow(
      /^the rows could not be built: projection accounts failed on event/,
    );
    expect(readdirSync(folder)).toStrictEqual(['read-model.lock']);
  });

  it('names the projection and the event when a row does not fit its columns', async () => {
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'), deposited('a', 1));
    const half: Projection<AccountRow> = {
      ...accounts,
      columns: {
        ...accounts.columns,
        balance: { type: 'integer', of: ({ balance }) => balance / 2 },
      },
    };
    const readModel = readModelOf(folderOf(), events, [half]);
    await readModel.start();
    expect(readModel.status).toMatchObject({
      state: 'failed',
      error: { projection: 'accounts', event: { type: 'Deposited', position: 1 } },
    });
  });

  it('tries again by itself when the events cannot be read', async () => {
    const events = new FickleEventStore();
    const book = new Book(events);
    const readModel = readModelOf(folderOf(), events);
    await readModel.start();
    events.failures = 3;
    await readModel.caughtUpTo(await book.record(opened('a'), deposited('a', 2)));
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 2));
    expect(readModel.status).toStrictEqual({ state: 'live', position: 1 });
  });

  it('tries again by itself when the events cannot be read at the start', async () => {
    const events = new FickleEventStore();
    await new Book(events).record(opened('a'));
    events.failures = 2;
    const readModel = readModelOf(folderOf(), events);
    await readModel.start();
    expect(readModel.status).toMatchObject({ state: 'retrying', error: { message: 'not now' } });
    await readModel.caughtUpTo(0);
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 0));
  });

  it('applies no event twice when two services share a folder by mistake', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    const book = new Book(events);
    const both = [readModelOf(folder, events), readModelOf(folder, events)];
    for (const one of both) await one.start();
    for (let amount = 1; amount <= 20; amount += 1) {
      const position = await book.record(opened(String(amount)), deposited(String(amount), amount));
      for (const one of both) await one.caughtUpTo(position);
    }
    expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
  });
});
