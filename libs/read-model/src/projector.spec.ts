import { InMemoryEventStore } from '@roadbook/event-store/memory';
import type { StoredEvent } from '@roadbook/event-store';
import { Projector } from './projector.js';
import { deposited, opened } from './sample/accounts.fixture.js';
import { Book } from './sample/book.fixture.js';

/** Longer than any test takes: whatever happens did not wait for it. */
const restMs = 3_600_000;

/** Remembers which events it was given together. */
class Portions {
  position = -1;
  readonly taken: number[][] = [];

  open(): Promise<void> {
    return Promise.resolve();
  }

  take(events: readonly StoredEvent[]): Promise<void> {
    const positions = events.map(({ position }) => position);
    this.taken.push(positions);
    this.position = positions.at(-1) ?? this.position;
    return Promise.resolve();
  }
}

async function following() {
  const events = new InMemoryEventStore();
  const portions = new Portions();
  const pace = { restMs, retryDelays: { firstMs: 1, mostMs: 1 } };
  const projector = new Projector(events, portions, pace);
  await projector.start();
  return { book: new Book(events), portions, projector };
}

describe('a projector', () => {
  it('takes in together what has collected since, as soon as somebody waits for it', async () => {
    const { book, portions, projector } = await following();
    await book.record(opened('a'));
    await projector.caughtUpTo(0, 1_000);
    for (const amount of [1, 2, 3]) await book.record(deposited('a', amount));
    expect(portions.taken).toStrictEqual([[0]]);
    await projector.caughtUpTo(2, 1_000);
    expect(portions.taken).toStrictEqual([[0], [1, 2, 3]]);
    await projector.stop();
  });

  it('stops without waiting for more', async () => {
    const { book, portions, projector } = await following();
    await book.record(opened('a'));
    await projector.caughtUpTo(0, 1_000);
    await projector.stop();
    expect(portions.taken).toStrictEqual([[0]]);
  });
});
