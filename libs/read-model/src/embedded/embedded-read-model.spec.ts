import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page, ReadAllOptions } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { NotCaughtUp, ProjectionFailed, ReadModelNotReady } from '../errors.js';
import type { Projection } from '../projection.js';
import { accounts, counts, deposited, opened, sample } from '../sample/accounts.fixture.js';
import type { AccountRow } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import { happenings } from '../sample/happenings.fixture.js';
import { plainRows, readModels, servedRows } from './read-models.fixture.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();

const account = (name: string, balance: number): AccountRow => ({
  account: name,
  owner: 'ana',
  balance,
  note: null,
});

/** Gives pages of a few events, and fails when it is told to. */
class FickleEventStore extends InMemoryEventStore {
  failures = 0;
  held: Promise<unknown> = Promise.resolve();
  readonly readAfter: (number | undefined)[] = [];

  constructor(private readonly pageEvents = 3) {
    super();
  }

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    this.readAfter.push(options.after);
    if (this.failures-- > 0) throw new Error('not now');
    await this.held;
    return super.readAll({ limit: this.pageEvents, ...options });
  }
}

/** Fails about the nth event that it is given, counted over all versions of the rows. */
function failingAtEvent(whole: Projection, nth: number): Projection {
  let given = 0;
  return {
    ...whole,
    keyOf: (event) => {
      given += 1;
      if (given === nth) throw new Error('broken');
      return whole.keyOf(event);
    },
  };
}

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
    expect(readModel.position).toBe(position);
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

describe('the rows of a read model', () => {
  it('are the same after any interruption, and after a fresh start', () =>
    fc.assert(
      fc.asyncProperty(
        happenings,
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
        async (recorded, pageEvents, failures) => {
          const folder = folderOf();
          const events = new FickleEventStore(pageEvents);
          const book = new Book(events);
          const half = Math.floor(recorded.length / 2);
          await book.record(...recorded.slice(0, half));
          for (const nth of failures) {
            const readModel = readModelOf(folder, events, [
              failingAtEvent(accounts, nth),
              ...sample.slice(1),
            ]);
            await readModel.start();
            await readModel.stop();
          }
          const readModel = readModelOf(folder, events);
          await readModel.start();
          await readModel.caughtUpTo(await book.record(...recorded.slice(half)));
          const summary = await readModel.summary();
          await readModel.stop();
          expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
          const fresh = readModelOf(folderOf(), events);
          await fresh.start();
          expect(await fresh.summary()).toStrictEqual(summary);
          await fresh.stop();
        },
      ),
      { numRuns: 30 },
    ));

  const made = async (projections: readonly Projection[] = [accounts]) => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    const book = new Book(events);
    await book.record(opened('a'), deposited('a', 5));
    const readModel = readModelOf(folder, events, projections);
    await readModel.start();
    await readModel.stop();
    return { folder, events, book };
  };

  it('are built anew when a projection has another version', async () => {
    const { folder, events } = await made();
    const doubled: Projection<AccountRow> = {
      ...accounts,
      version: 2,
      apply: (row, event, key) => {
        const next = accounts.apply(row, event, key);
        return next && { ...next, owner: 'ben' };
      },
    };
    const readModel = readModelOf(folder, events, [doubled]);
    await readModel.start();
    expect(await readModel.get(doubled, 'a')).toStrictEqual({ ...account('a', 5), owner: 'ben' });
    expect(readdirSync(folder)).not.toContain('read-model.1.db');
  });

  it('are built anew when there is another projection', async () => {
    const { folder, events } = await made([accounts]);
    const readModel = readModelOf(folder, events, [accounts, counts]);
    await readModel.start();
    expect(await readModel.get(counts, 'Opened')).toMatchObject({ count: 1 });
  });

  it('are built anew when their file is damaged', async () => {
    const { folder, events } = await made();
    writeFileSync(join(folder, 'read-model.1.db'), 'what is this?'.repeat(1000));
    const readModel = readModelOf(folder, events, [accounts]);
    await readModel.start();
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 5));
  });

  it('are built anew when they were made from other events', async () => {
    const { folder } = await made();
    const others = new InMemoryEventStore();
    await new Book(others).record(opened('a'), deposited('a', 9), deposited('a', 9));
    const readModel = readModelOf(folder, others, [accounts]);
    await readModel.start();
    expect(await readModel.get(accounts, 'a')).toStrictEqual(account('a', 18));
  });

  it('are built anew when the events were restored to a time before', async () => {
    const { folder } = await made();
    const readModel = readModelOf(folder, new InMemoryEventStore(), [accounts]);
    await readModel.start();
    expect(await readModel.get(accounts, 'a')).toBeUndefined();
  });
});
