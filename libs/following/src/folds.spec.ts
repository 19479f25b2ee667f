import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { StoredEvent } from '@roadbook/event-store';
import { Folds } from './folds.js';

const count = {
  initial: 0,
  evolve: (so: number, { data }: StoredEvent) => so + Number(data.value),
};

/** A store that says how many events were read from it. */
class CountingStore extends InMemoryEventStore {
  read = 0;

  override async readStream(...asked: Parameters<InMemoryEventStore['readStream']>) {
    const events = await super.readStream(...asked);
    this.read += events.length;
    return events;
  }
}

const provenance = {
  recordedAt: '2026-03-02T08:00:00.000Z',
  actor: 'ana',
  role: 'cio',
  commandId: 'command',
  correlationId: 'command',
};

const idOf = (stream: string, value: number) =>
  `${stream.padStart(8, '0')}-0000-4000-8000-${String(value).padStart(12, '0')}`;

async function storeOf(streams: readonly string[], values: number) {
  const store = new CountingStore();
  for (const stream of streams) {
    const [first, ...rest] = Array.from({ length: values }, (_, index) => ({
      id: idOf(stream, index),
      type: 'Counted',
      schemaVersion: 1,
      data: { value: index + 1 },
    }));
    if (first) await store.append(stream, undefined, [first, ...rest], provenance);
  }
  const { events } = await store.readAll();
  return { store, events };
}

describe('streams that are followed', () => {
  it('are as they stood at each event', async () => {
    const { store, events } = await storeOf(['1', '2'], 3);
    const folds = new Folds(store, count);
    const sums: number[] = [];
    for (const event of events) sums.push(await folds.upTo(event));
    expect(sums).toStrictEqual([1, 3, 6, 1, 3, 6]);
  });

  it('are not read again by whoever follows each of their events', async () => {
    const { store, events } = await storeOf(['1', '2'], 3);
    const folds = new Folds(store, count);
    for (const event of events) await folds.upTo(event);
    expect(store.read).toBe(0);
  });

  it('are read up to an event that comes out of the middle, and no further', async () => {
    const { store, events } = await storeOf(['1'], 5);
    expect(await new Folds(store, count).upTo(events[3]!)).toBe(10);
    expect(store.read).toBe(3);
  });

  it('are at a repeat what they were the first time', async () => {
    const { store, events } = await storeOf(['1'], 5);
    const folds = new Folds(store, count);
    for (const event of events) await folds.upTo(event);
    expect(await folds.upTo(events[1]!)).toBe(3);
    expect(await folds.upTo(events[2]!)).toBe(6);
  });

  it('are read anew where many others were followed meanwhile', async () => {
    const streams = Array.from({ length: 258 }, (_, index) => String(index));
    const { store, events } = await storeOf(streams, 2);
    const folds = new Folds(store, count);
    const [first, second] = events;
    await folds.upTo(first!);
    for (const event of events.slice(2)) await folds.upTo(event);
    store.read = 0;
    expect(await folds.upTo(second!)).toBe(3);
    expect(store.read).toBe(1);
  });
});
