import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { EventStore, Page, Position, ReadAllOptions } from '@roadbook/event-store';
import { ProjectionFailed, RebuildInProgress } from '../errors.js';
import type { Projection } from '../projection.js';
import { accounts, deposited, opened, sample } from '../sample/accounts.fixture.js';
import { Book } from '../sample/book.fixture.js';
import type { Progress } from '../status.js';
import { check } from './check.js';
import type { EmbeddedReadModel } from './embedded-read-model.js';
import { Folder } from './folder.js';
import { plainRows, readModels, servedRows } from './read-models.fixture.js';
import { rebuild } from './rebuild.js';
import { temporaryFolders } from './temporary-folder.fixture.js';

const folderOf = temporaryFolders();
const readModelOf = readModels();
const projections: readonly Projection[] = sample;

/** The same events, but none behind a position: as if they had been read a little earlier. */
class EarlierEvents extends InMemoryEventStore {
  constructor(
    private readonly events: EventStore,
    private readonly until: Position,
  ) {
    super();
  }

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    const { events } = await this.events.readAll(options);
    const earlier = events.filter(({ position }) => position <= this.until);
    return { events: earlier, position: earlier.at(-1)?.position ?? this.until, atEnd: true };
  }
}

/** Goes on while it is read: another deposit follows as soon as everything was read for the first time. */
class LivelyEvents extends InMemoryEventStore {
  readonly book = new Book(this);
  private quiet = true;

  override async readAll(options: ReadAllOptions = {}): Promise<Page> {
    const page = await super.readAll(options);
    if (page.atEnd && this.quiet) {
      this.quiet = false;
      await this.book.record(deposited('a', 7));
    }
    return page;
  }
}

const generations = (folder: string) =>
  readdirSync(folder).filter((name) => /^read-model\.\w+\.db$/.test(name));

/** Reads until the read model has gone over to the generation that is appointed, and the one before is deleted. */
async function goneOver(folder: string, readModel: EmbeddedReadModel): Promise<void> {
  while (generations(folder).length > 1) {
    await readModel.get(accounts, 'a');
    await setImmediate();
  }
}

describe('a rebuild', () => {
  it('makes of the events the rows that are served, and counts and hashes them', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'), deposited('a', 5), opened('b'));
    const readModel = readModelOf(folder, events);
    await readModel.start();
    const { generation, ...summary } = await rebuild({ folder, events, projections });
    expect(generation).toBe(2);
    expect(summary).toStrictEqual(await readModel.summary());
    expect(summary.projections.map(({ name, rows }) => [name, rows])).toStrictEqual([
      ['accounts', 2],
      ['counts', 2],
      ['deposits', 1],
    ]);
    expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
  });

  it('needs no service, and serves the next one that starts', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'), deposited('a', 5));
    await rebuild({ folder, events, projections });
    await rebuild({ folder, events, projections });
    const readModel = readModelOf(folder, events);
    await readModel.start();
    expect(readModel.status).toStrictEqual({ state: 'live', position: 1 });
    expect(generations(folder)).toStrictEqual(['read-model.2.db']);
  });

  it('swaps in what happened while it counted, too', async () => {
    const folder = folderOf();
    const events = new LivelyEvents();
    await events.book.record(opened('a'));
    const { position } = await rebuild({ folder, events, projections });
    expect(position).toBe(0);
    expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
    await expect(check({ folder, events, projections })).resolves.toMatchObject({ position: 1 });
  });

  it('tells how far it is', async () => {
    const events = new InMemoryEventStore();
    const book = new Book(events);
    for (let count = 0; count < 1_500; count += 1) await book.record(deposited('a', 1));
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    await rebuild({ folder: folderOf(), events, projections, onProgress });
    expect(told.map(({ events, position, head }) => [events, position, head])).toStrictEqual([
      [1_000, 999, 1_499],
      [1_500, 1_499, 1_499],
    ]);
    expect(told.every(({ eventsPerSecond }) => eventsPerSecond > 0)).toBe(true);
  });

  it('leaves the old rows and no file when a projection fails', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    await rebuild({ folder, events, projections });
    const broken: Projection = {
      ...accounts,
      apply: () => {
        throw new Error('broken');
      },
    };
    await expect(rebuild({ folder, events, projections: [broken] })).rejects.toThrow(
      ProjectionFailed,
    );
    expect(new Folder(folder).current).toBe(1);
    expect(generations(folder)).toStrictEqual(['read-model.1.db']);
  });

  it('can be ended early, with nothing changed', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    const ending = new AbortController();
    const onProgress = () => {
      ending.abort(new Error('shut down'));
    };
    const book = new Book(events);
    for (let count = 0; count < 1_500; count += 1) await book.record(deposited('b', 1));
    await expect(
      rebuild({ folder, events, projections, onProgress, signal: ending.signal }),
    ).rejects.toThrow('shut down');
    expect(generations(folder)).toStrictEqual([]);
  });

  it('is refused while another one is running', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    const first = rebuild({ folder, events, projections });
    await expect(rebuild({ folder, events, projections })).rejects.toThrow(RebuildInProgress);
    await first;
    await expect(rebuild({ folder, events, projections })).resolves.toMatchObject({
      generation: 2,
    });
  });

  it('leaves nothing of what a crash left half built', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    await rebuild({ folder, events, projections });
    for (const left of ['read-model.2.db', 'read-model.2.db-journal', 'read-model.check.db'])
      writeFileSync(join(folder, left), 'half of a');
    const readModel = readModelOf(folder, events);
    await readModel.start();
    expect(readModel.status.state).toBe('live');
    expect(generations(folder)).toStrictEqual(['read-model.1.db']);
    expect(readdirSync(folder)).not.toContain('read-model.2.db-journal');
  });
});

describe('a rebuild under a running service', () => {
  it('stops no read and shows nothing older than was read before', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    const book = new Book(events);
    await book.record(opened('a'));
    const readModel = readModelOf(folder, events);
    await readModel.start();

    const positions: Position[] = [];
    const balances: number[] = [];
    const readUntil = async (ended: AbortSignal) => {
      while (!ended.aborted) {
        await book.record(deposited('a', 1));
        const { rows, position } = await readModel.page(accounts, { limit: 1 });
        positions.push(position);
        balances.push(rows[0]!.balance);
        await setImmediate();
      }
    };
    const rebuilt = new AbortController();
    const reading = readUntil(rebuilt.signal);
    for (let count = 0; count < 3; count += 1) await rebuild({ folder, events, projections });
    rebuilt.abort();
    await reading;

    expect(positions).toStrictEqual(positions.toSorted((left, right) => left - right));
    expect(balances).toStrictEqual(positions);
    await readModel.caughtUpTo(await book.record(deposited('a', 1)));
    await goneOver(folder, readModel);
    expect(generations(folder)).toStrictEqual(['read-model.4.db']);
    expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
  });

  it('is gone over to without any new event, once something is read', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'));
    const readModel = readModelOf(folder, events);
    await readModel.start();
    await rebuild({ folder, events, projections });
    await goneOver(folder, readModel);
    expect(generations(folder)).toStrictEqual(['read-model.2.db']);
    expect(await readModel.get(accounts, 'a')).toMatchObject({ balance: 0 });
  });

  it('is brought up to what was served before it is read, when it is behind', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    await new Book(events).record(opened('a'), deposited('a', 1), deposited('a', 2));
    const readModel = readModelOf(folder, events);
    await readModel.start();
    await rebuild({ folder, events: new EarlierEvents(events, 1), projections });
    await goneOver(folder, readModel);
    expect(await readModel.get(accounts, 'a')).toMatchObject({ balance: 3 });
    expect(await servedRows(folder)).toStrictEqual(await plainRows(events));
  });

  it('is left to the next version of the service when it was made by that', async () => {
    const folder = folderOf();
    const events = new InMemoryEventStore();
    const book = new Book(events);
    await book.record(opened('a'));
    const readModel = readModelOf(folder, events, [accounts]);
    await readModel.start();
    const next = [{ ...accounts, version: 2 }];
    await rebuild({ folder, events, projections: next });
    await readModel.caughtUpTo(await book.record(deposited('a', 4)));
    expect(await readModel.get(accounts, 'a')).toMatchObject({ balance: 4 });
    await readModel.stop();
    const after = readModelOf(folder, events, next);
    await after.start();
    await after.caughtUpTo(1);
    expect(generations(folder)).toStrictEqual(['read-model.2.db']);
    expect(await after.get(accounts, 'a')).toMatchObject({ balance: 4 });
  });
});
