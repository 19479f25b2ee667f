import fc from 'fast-check';
import type { StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { ProjectionFailed } from './errors.js';
import { Fold } from './fold.js';
import type { Projection } from './projection.js';
import { accounts, closed, counts, deposited, opened, sample } from './sample/accounts.fixture.js';
import type { AccountRow, Happening } from './sample/accounts.fixture.js';
import { Book } from './sample/book.fixture.js';
import { happenings } from './sample/happenings.fixture.js';
import { plainFold } from './sample/plain-fold.fixture.js';
import { RowMap } from './sample/row-map.fixture.js';

async function eventsOf(...recorded: readonly Happening[]): Promise<readonly StoredEvent[]> {
  const store = new InMemoryEventStore();
  await new Book(store).record(...recorded);
  return (await store.readAll()).events;
}

/** Fails about the given event, and about no other. */
const failingAt = (whole: Projection, id: string): Projection => ({
  ...whole,
  apply: (row, event, key) => {
    if (event.id === id) throw new Error('not like that');
    return whole.apply(row, event, key);
  },
});

describe('a fold', () => {
  it('makes the same rows of the same events in whatever batches, also when it was interrupted', () =>
    fc.assert(
      fc.asyncProperty(
        happenings,
        fc.array(fc.record({ events: fc.nat(8), then: fc.constantFrom('go on', 'save', 'crash') })),
        async (recorded, steps) => {
          const events = await eventsOf(...recorded);
          const rows = new RowMap();
          let fold = new Fold(rows, sample);
          let next = 0;
          for (const step of steps) {
            fold.take(events.slice(next, next + step.events));
            next += step.events;
            if (step.then === 'save') fold.save();
            if (step.then !== 'crash') continue;
            fold = new Fold(rows, sample);
            next = rows.reached.position + 1;
          }
          fold.take(events);
          fold.save();
          // To the letter: the order of members counts, too.
          for (const one of sample)
            expect(JSON.stringify(rows.of(one))).toBe(JSON.stringify(plainFold(one, events)));
        },
      ),
    ));

  it('writes a row once in a batch, however many events change it', async () => {
    const deposits = Array.from({ length: 50 }, () => deposited('a', 1));
    const rows = new RowMap();
    const fold = new Fold(rows, [accounts]);
    fold.take(await eventsOf(opened('a'), ...deposits));
    fold.save();
    expect({ reads: rows.reads, writes: rows.writes }).toStrictEqual({ reads: 1, writes: 1 });
    expect(rows.of(accounts)).toStrictEqual([
      ['a', { account: 'a', owner: 'ana', balance: 50, note: null }],
    ]);
  });

  it('does not read a row again that it has just saved', async () => {
    const rows = new RowMap();
    const fold = new Fold(rows, [accounts]);
    const events = await eventsOf(opened('a'), deposited('a', 1), deposited('a', 2));
    for (const event of events) {
      fold.take([event]);
      fold.save();
    }
    expect(rows.reads).toBe(1);
  });

  it('does not write a row that an event left as it was', async () => {
    const rows = new RowMap();
    const fold = new Fold(rows, [accounts]);
    fold.take(await eventsOf(deposited('nobody', 5)));
    fold.save();
    expect(rows.writes).toBe(0);
    expect(rows.reached.position).toBe(0);
  });

  /** Rows so large that few of them fit in memory. */
  const wide: Projection<AccountRow> = {
    ...accounts,
    apply: (row, event, key) => {
      const next = accounts.apply(row, event, key);
      return next && { ...next, note: 'x'.repeat(3_000_000) };
    },
  };
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  it('reads rows again that were pushed out of memory by others', async () => {
    const events = await eventsOf(
      ...names.map((name) => opened(name)),
      ...names.map((name) => deposited(name, 7)),
    );
    const rows = new RowMap();
    const fold = new Fold(rows, [wide]);
    for (const event of events) {
      fold.take([event]);
      fold.save();
    }
    expect(rows.reads).toBeGreaterThan(names.length);
    expect(rows.of(wide)).toStrictEqual(plainFold(wide, events));
  });

  it('says that it is full when it has read much, until that is saved', async () => {
    const events = await eventsOf(
      ...names.map((name) => opened(name)),
      ...names.map((name) => deposited(name, 7)),
    );
    const rows = new RowMap();
    const before = new Fold(rows, [wide]);
    before.take(events.slice(0, names.length));
    before.save();
    const fold = new Fold(rows, [wide]);
    fold.take(events.slice(0, names.length + 1));
    expect(fold.full).toBe(false);
    fold.take(events);
    expect(fold.full).toBe(true);
    fold.save();
    expect(fold.full).toBe(false);
  });

  it('does not write a row that came and went between two saves', async () => {
    const rows = new RowMap();
    const fold = new Fold(rows, [accounts]);
    fold.take(await eventsOf(opened('a'), closed('a')));
    fold.save();
    expect({ reads: rows.reads, writes: rows.writes }).toStrictEqual({ reads: 1, writes: 0 });
  });

  it('removes a row that was saved before', async () => {
    const rows = new RowMap();
    const fold = new Fold(rows, [accounts]);
    const events = await eventsOf(opened('a'), closed('a'));
    for (const event of events) {
      fold.take([event]);
      fold.save();
    }
    expect(rows.of(accounts)).toStrictEqual([]);
  });

  it('gives only events of the wanted types and streams to a projection', async () => {
    const events = await eventsOf(opened('a'), deposited('a', 1), opened('b'), deposited('b', 2));
    const fussy = { ...counts, types: ['Opened'], streamPrefixes: ['account-b'] };
    const rows = new RowMap();
    const fold = new Fold(rows, [fussy]);
    fold.take(events);
    fold.save();
    expect(rows.of(fussy)).toStrictEqual([['Opened', { count: 1, last: events[2]!.id }]]);
  });

  it('names the projection and the event when a projection throws, and keeps nothing of the batch', async () => {
    const events = await eventsOf(opened('a'), deposited('a', 1), closed('a'));
    const rows = new RowMap();
    const fold = new Fold(rows, [counts, failingAt(accounts, events[1]!.id)]);
    fold.take(events.slice(0, 1));
    fold.save();
    expect(() => {
      fold.take(events);
    }).toThrow(new ProjectionFailed('accounts', events[1]!, new Error('not like that')));
    fold.save();
    expect(rows.reached.position).toBe(0);
    expect(rows.of(counts)).toStrictEqual([['Opened', { count: 1, last: events[0]!.id }]]);
  });

  it('goes on from the saved rows after a failure that has passed', async () => {
    const events = await eventsOf(opened('a'), deposited('a', 1), deposited('a', 2));
    let failures = 1;
    const flaky: Projection = {
      ...accounts,
      apply: (row, event, key) => {
        if (event === events[2] && failures-- > 0) throw new Error('once');
        return accounts.apply(row as AccountRow, event, key);
      },
    };
    const rows = new RowMap();
    const fold = new Fold(rows, [counts, flaky]);
    expect(() => {
      fold.take(events);
    }).toThrow(ProjectionFailed);
    fold.take(events);
    fold.save();
    expect(rows.of(accounts)).toStrictEqual(plainFold(accounts, events));
    expect(rows.of(counts)).toStrictEqual(plainFold(counts, events));
  });

  it('names the projection and the event when a column of a row cannot be told', async () => {
    const events = await eventsOf(opened('a'));
    const unfit: Projection = {
      ...accounts,
      columns: {
        owner: {
          type: 'text',
          of: () => {
            throw new Error('no owner');
          },
        },
      },
      indexes: [],
    };
    const rows = new RowMap();
    const fold = new Fold(rows, [unfit]);
    fold.take(events);
    expect(() => {
      fold.save();
    }).toThrow(`projection accounts failed on event ${events[0]!.id}`);
    expect(rows.reached.position).toBe(-1);
  });
});
