import { StoreUnavailable } from '@roadbook/event-store';
import { ManualClock } from '@roadbook/process';
import { FailingEventStore } from '../failing-event-store.fixture.js';
import { Replica } from './replica.fixture.js';

const limitMs = 5_000;

describe('checkpoints under a lease', () => {
  let store: FailingEventStore;
  let clock: ManualClock;
  let one: Replica;
  let other: Replica;
  beforeEach(async () => {
    store = new FailingEventStore();
    clock = new ManualClock();
    one = await new Replica(store, clock).start();
    other = await new Replica(store, clock).start();
  });
  afterEach(async () => {
    await Promise.all([one.stop(), other.stop()]);
  });

  /** Nobody hears of the holder any more, and the other one takes over. */
  const takeOver = async () => {
    for (let look = 0; look < 6; look += 1) {
      clock.advance({ seconds: 4 });
      await other.lease.tend();
    }
  };

  it('begin before the first event', async () => {
    expect(await other.checkpoints.get('relay')).toBe(-1);
  });

  it('are known to the holder at once, and to others when they are written', async () => {
    await one.checkpoints.set('relay', 7);
    expect([await one.checkpoints.get('relay'), await other.checkpoints.get('relay')]).toEqual([
      7, -1,
    ]);
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(7);
  });

  it('are written a moment after progress, without waiting for the next look', async () => {
    await one.checkpoints.set('relay', 7);
    expect(await other.checkpoints.reachedElsewhere('relay', 7, limitMs)).toBe(true);
  });

  it('are written together, however much progress there was', async () => {
    for (let position = 0; position < 100; position += 1) {
      await one.checkpoints.set('relay', position);
      await one.checkpoints.set('reactions', position);
    }
    await one.lease.tend();
    expect(await store.readStream('lease-sample')).toHaveLength(2);
  });

  it('are found by who takes over, and by who takes over from them', async () => {
    await one.checkpoints.set('relay', 7);
    await one.checkpoints.set('reactions', 9);
    await one.stop();
    await other.lease.tend();
    await other.checkpoints.set('relay', 8);
    await other.stop();
    const next = await new Replica(store, clock).start();
    const { checkpoints } = next;
    expect([await checkpoints.get('relay'), await checkpoints.get('reactions')]).toEqual([8, 9]);
    await next.stop();
  });

  it('are not moved by who lost the lease', async () => {
    await takeOver();
    await other.checkpoints.set('relay', 3);
    await one.checkpoints.set('relay', 7);
    await one.lease.tend();
    await other.lease.tend();
    await one.checkpoints.set('relay', 8);
    await one.lease.tend();
    expect([await one.checkpoints.get('relay'), await other.checkpoints.get('relay')]).toEqual([
      3, 3,
    ]);
  });

  it('are written at the next look where the store was away', async () => {
    await one.checkpoints.set('relay', 7);
    store.failure = { of: 'append', error: new StoreUnavailable('it is away') };
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(-1);
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(7);
  });

  it('never move back', async () => {
    await one.checkpoints.set('relay', 7);
    await one.checkpoints.set('relay', 4);
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(7);
  });

  it('are written with the next sign of life where nothing had to be done', async () => {
    one.checkpoints.pass('relay', 7);
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(-1);
    clock.advance({ seconds: 8 });
    await one.lease.tend();
    expect(await other.checkpoints.get('relay')).toBe(7);
  });

  it('are waited for by others, until the limit', async () => {
    expect(await other.checkpoints.reachedElsewhere('relay', 7, 20)).toBe(false);
    const waiting = other.checkpoints.reachedElsewhere('relay', 7, limitMs);
    await one.checkpoints.set('relay', 7);
    await one.lease.tend();
    expect(await waiting).toBe(true);
  });
});
