import { randomUUID } from 'node:crypto';
import type { NewEvent, Position, StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { Follower } from '@roadbook/following';
import { ManualClock, RandomIds } from '@roadbook/process';
import { LeasedCheckpoints } from './leased-checkpoints.js';
import { StoredLease } from './stored-lease.js';

const limitMs = 5_000;
const somebody = {
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'actor-1',
  role: 'cio',
  commandId: 'command-1',
  correlationId: 'correlation-1',
};
const anEvent = (type: string): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  data: {},
});
const silent = { log: () => undefined, error: () => undefined };

/** A replica that follows events of one type under a lease. */
class Replica {
  readonly done: Position[] = [];
  /** What it does waits for this. */
  until: Promise<void> = Promise.resolve();
  readonly lease: StoredLease;
  readonly follower: Follower;
  readonly checkpoints: LeasedCheckpoints;
  private readonly work;

  constructor(store: InMemoryEventStore, kept: InMemoryEventStore, clock: ManualClock) {
    const ids = new RandomIds();
    const sample = { service: 'sample', store: kept, clock, ids, logger: silent };
    this.lease = new StoredLease(sample);
    const checkpoints = new LeasedCheckpoints(this.lease);
    this.checkpoints = checkpoints;
    const carryOut = async (events: readonly StoredEvent[]) => {
      await this.until;
      this.done.push(...events.map(({ position }) => position));
    };
    this.follower = new Follower(
      { name: 'sample', types: ['Merged'], carryOut, failed: 'it failed' },
      { store, checkpoints, logger: silent },
    );
    this.work = this.lease.during(this.follower);
  }

  async start(): Promise<this> {
    await this.lease.start();
    await this.work.start?.();
    return this;
  }

  async vanish(): Promise<void> {
    await this.follower.stop();
  }
}

describe('followers under a lease', () => {
  let store: InMemoryEventStore;
  let clock: ManualClock;
  let one: Replica;
  let other: Replica;
  beforeEach(async () => {
    store = new InMemoryEventStore();
    const kept = new InMemoryEventStore();
    clock = new ManualClock();
    one = await new Replica(store, kept, clock).start();
    other = await new Replica(store, kept, clock).start();
  });
  afterEach(async () => {
    await Promise.all([one, other].map(({ lease }) => lease.stop()));
  });

  const happened = async (...types: string[]) => {
    for (const type of types)
      await store.append(randomUUID(), undefined, [anEvent(type)], somebody);
  };
  const takeOver = async () => {
    for (let look = 0; look < 6; look += 1) {
      clock.advance({ seconds: 4 });
      await other.lease.tend();
    }
  };

  it('do everything once between them, over a stop in order', async () => {
    await happened('Merged', 'Merged');
    await one.follower.caughtUp(limitMs);
    await one.lease.stop();
    await other.lease.tend();
    await happened('Merged');
    await other.follower.caughtUp(limitMs);
    expect([one.done, other.done]).toStrictEqual([[0, 1], [2]]);
  });

  it('do everything at least once, where one vanished before it had said so', async () => {
    await happened('Merged', 'Merged');
    await one.follower.caughtUp(limitMs);
    await one.lease.tend();
    await happened('Merged');
    await one.follower.caughtUp(limitMs);
    await one.vanish();
    await takeOver();
    await other.follower.caughtUp(limitMs);
    expect([one.done, other.done]).toStrictEqual([[0, 1, 2], [2]]);
  });

  it('are waited for at the replica that does not follow', async () => {
    let goOn!: () => void;
    one.until = new Promise((resolve) => (goOn = resolve));
    await happened('Merged', 'Planned');
    expect(await other.follower.caughtUp(20)).toBe(false);
    const waiting = other.follower.caughtUp(limitMs);
    goOn();
    expect([await waiting, one.done, other.done]).toStrictEqual([true, [0], []]);
  });

  it('are not waited for where nothing follows from what happened', async () => {
    await happened('Planned');
    expect(await other.follower.caughtUp(20)).toBe(true);
  });

  it('say with the next sign of life that nothing followed from what happened', async () => {
    await happened('Planned', 'Planned');
    await one.follower.caughtUp(limitMs);
    clock.advance({ seconds: 8 });
    await one.lease.tend();
    expect(await other.checkpoints.get('sample')).toBe(1);
  });

  it('are waited for elsewhere by who waited here when the lease was lost', async () => {
    let goOn!: () => void;
    one.until = Promise.reject(new Error('the other side is away'));
    one.until.catch(() => undefined);
    other.until = new Promise((resolve) => (goOn = resolve));
    await happened('Merged');
    const waiting = one.follower.caughtUp(limitMs).then((inTime) => [inTime, [...other.done]]);
    await takeOver();
    await one.lease.tend();
    goOn();
    expect([await waiting, one.done]).toStrictEqual([[true, [0]], []]);
  });
});
