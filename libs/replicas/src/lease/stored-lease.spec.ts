import { jest } from '@jest/globals';
import { OutcomeUnknown, StoreUnavailable } from '@roadbook/event-store';
import { ManualClock } from '@roadbook/process';
import { FailingEventStore } from '../failing-event-store.fixture.js';
import { Replica } from './replica.fixture.js';

describe('a lease that is a stream', () => {
  let store: FailingEventStore;
  let clock: ManualClock;
  const replicas: Replica[] = [];
  beforeEach(() => {
    store = new FailingEventStore();
    clock = new ManualClock();
    // Nobody looks by themselves.
    jest.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => undefined));
  });
  afterEach(async () => {
    store.failure = undefined;
    await Promise.all(replicas.splice(0).map((replica) => replica.stop()));
    jest.restoreAllMocks();
  });

  const replica = (): Replica => {
    const made = new Replica(store, clock);
    replicas.push(made);
    return made;
  };
  const written = async () => (await store.readStream('lease-sample')).map(({ type }) => type);
  /** So many seconds go by, in steps as the timer has them, at which these look. */
  const pass = async (seconds: number, ...looking: readonly Replica[]) => {
    for (let gone = 0; gone < seconds; gone += 2) {
      clock.advance({ seconds: 2 });
      for (const { lease } of looking) await lease.tend();
    }
  };

  it('is taken by the first replica, and not by the second', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    expect([one.works, other.works]).toStrictEqual([true, false]);
    expect(await written()).toStrictEqual(['LeaseTaken']);
  });

  it('is taken by one of two that start at the same moment', async () => {
    const both = await Promise.all([replica().start(), replica().start()]);
    expect(both.filter(({ works }) => works)).toHaveLength(1);
    expect(await written()).toStrictEqual(['LeaseTaken']);
  });

  it('is taken over at once when it was given back, by who is told of it', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    await one.stop();
    await other.untilItWorks();
    expect([one.deeds, other.deeds]).toStrictEqual([['start', 'stop'], ['start']]);
    expect(await written()).toStrictEqual(['LeaseTaken', 'LeaseGivenBack', 'LeaseTaken']);
  });

  it('is taken over 12 s after its holder was seen last at the latest, and not before 10', async () => {
    await replica().start();
    const other = await replica().start();
    await pass(8, other);
    expect(other.works).toBe(false);
    await pass(4, other);
    expect(other.works).toBe(true);
  });

  it('is taken over each time where its holder vanishes every quarter of a minute', async () => {
    await replica().start();
    let worked = 0;
    for (let vanished = 0; vanished < 8; vanished += 1) {
      const survivor = await replica().start();
      await pass(14, survivor);
      if (survivor.works) worked += 1;
    }
    expect(worked).toBe(8);
  });

  it('is kept for as long as its holder looks after it, with few events', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    await pass(240, one, other);
    expect([one.deeds, other.deeds]).toStrictEqual([['start'], []]);
    expect(await written()).toHaveLength(61);
  });

  it('is lost by a holder that was overtaken, which stops its work when the store tells it', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    await pass(12, other);
    expect([one.works, other.works]).toStrictEqual([true, true]);
    await one.lease.tend();
    expect([one.deeds, other.works]).toStrictEqual([['start', 'stop'], true]);
  });

  it('is taken back by who lost it, when the next one has vanished', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    await pass(12, other);
    await pass(14, one);
    expect(one.deeds).toStrictEqual(['start', 'stop', 'start']);
  });

  it('is kept over an append of which nobody knows whether it was written', async () => {
    const one = await replica().start();
    clock.advance({ seconds: 8 });
    store.failure = { of: 'append', error: new OutcomeUnknown('no answer'), written: true };
    await one.lease.tend();
    expect(one.lease.trouble()).toMatch('it is tried again');
    await one.lease.tend();
    expect([one.lease.trouble(), one.works]).toStrictEqual([undefined, true]);
    expect(await written()).toStrictEqual(['LeaseTaken', 'LeaseKept']);
  });

  it('is had by who took it without knowing', async () => {
    store.failure = { of: 'append', error: new OutcomeUnknown('no answer'), written: true };
    const one = await replica().start();
    expect(one.works).toBe(false);
    await one.lease.tend();
    expect(one.works).toBe(true);
  });

  it('is waited for while the store is away, which is said once, and shows', async () => {
    store.failure = { of: 'all', error: new StoreUnavailable('it is away') };
    const one = await replica().start();
    await one.lease.tend();
    expect(one.logged).toStrictEqual([['a lease could not be looked after', expect.any(Error)]]);
    expect(one.lease.trouble()).toMatch('it is not known which replica');
    store.failure = undefined;
    await one.lease.tend();
    expect([one.lease.trouble(), one.works]).toStrictEqual([undefined, true]);
  });

  it('tells of trouble with the work where the work is done', async () => {
    const [one, other] = [await replica().start(), await replica().start()];
    expect([one.work.trouble?.(), other.work.trouble?.()]).toStrictEqual([
      'the broker is away',
      undefined,
    ]);
  });

  it('starts work again that could not be started', async () => {
    const one = replica();
    let attempts = 0;
    const work = one.lease.during({
      start: () => {
        if ((attempts += 1) === 1) throw new Error('not yet');
      },
      stop: () => undefined,
    });
    await one.start();
    await work.start?.();
    expect(work.trouble?.()).toMatch('it is tried again');
    await one.lease.tend();
    expect([attempts, work.trouble?.()]).toStrictEqual([2, undefined]);
  });
});
