import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { Projection } from '../projection.js';
import { accounts, counts, deposited, opened, sample } from '../sample/accounts.fixture.js';
import type { AccountRow } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import { happenings } from '../sample/happenings.fixture.js';
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
