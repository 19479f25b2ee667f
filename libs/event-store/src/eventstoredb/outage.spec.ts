import { anEvent, events, fill, idsOf, readToEnd, somebody } from '../contract/fixtures.js';
import type { EventStoreDbStore } from './event-store-db-store.js';
import { until } from '../eventstoredb-double/client.fixture.js';
import { OnDouble } from './on-double.fixture.js';

const recoveryMsMax = 5_000;

describe('an EventStoreDB that is stopped', () => {
  let on: OnDouble;
  let store: EventStoreDbStore;
  beforeEach(async () => {
    on = await OnDouble.started();
    store = await on.store({ callMs: 2_000, patienceMs: 500 });
    await until(() => on.double.subscriptions.size === 1, 'the store is fed');
  });
  afterEach(() => on.dispose());

  const outcomeOf = async (stream: string) => {
    const event = anEvent();
    const outcome = await store.append(stream, undefined, [event], somebody).then(
      () => 'appended',
      (error: unknown) => (error as Error).name,
    );
    return { id: event.id, stream, outcome };
  };

  it('makes everything unavailable, for certain, and nothing is written', async () => {
    on.double.stop();
    await until(() => on.warnings.length > 0, 'the store noticed');
    expect(await outcomeOf('release-1')).toMatchObject({ outcome: 'StoreUnavailable' });
    await expect(store.readAll()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.readStream('a')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(store.head()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(on.idsIn('release-1')).toStrictEqual([]);
  });

  it('is back within five seconds for appends and for who follows', async () => {
    const told = on.subscriber(store);
    await fill(store, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
    on.double.stop();
    await until(() => on.warnings.length > 0, 'the store noticed');
    const backAt = Date.now();
    await on.double.start();
    let stream = 0;
    while ((await outcomeOf(`back-${stream}`)).outcome !== 'appended') stream += 1;
    await told.until(({ events: seen }) => seen.length >= 3);
    expect(Date.now() - backAt).toBeLessThan(recoveryMsMax);
    expect(idsOf(told.events)).toStrictEqual(idsOf(await readToEnd(store)));
    expect(told.errors).toStrictEqual([]);
  });

  it('confirms nothing falsely, and loses nothing that it confirmed', async () => {
    const outcomes: Awaited<ReturnType<typeof outcomeOf>>[] = [];
    let running = true;
    const writing = Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        for (let turn = 0; running; turn++)
          outcomes.push(await outcomeOf(`release-${writer}-${turn}`));
      }),
    );
    const seen = (outcome: string) => () => outcomes.some((one) => one.outcome === outcome);
    await until(seen('appended'), 'something was appended');
    on.double.stop();
    await until(seen('StoreUnavailable'), 'the outage was said');
    const before = outcomes.length;
    await on.double.start();
    await until(
      () => outcomes.slice(before).some(({ outcome }) => outcome === 'appended'),
      'it is back',
    );
    running = false;
    await writing;
    for (const { id, stream, outcome } of outcomes) {
      const written = on.idsIn(stream);
      if (outcome === 'appended') expect(written).toStrictEqual([id]);
      if (outcome === 'StoreUnavailable') expect(written).toStrictEqual([]);
    }
  });

  it('lets a repeat find out what became of an append that broke off', async () => {
    const some = events(2);
    on.double.faults.order('append', 'lost-answer', { times: 9 });
    on.double.faults.order('read', 'silence', { times: 9, stream: 'release-1' });
    await expect(store.append('release-1', undefined, some, somebody)).rejects.toMatchObject({
      name: 'OutcomeUnknown',
    });
    on.double.faults.clear();
    on.double.stop();
    await on.double.start();
    await until(() => on.double.subscriptions.size === 1, 'the store is fed again');
    expect(await store.append('release-1', undefined, some, somebody)).toMatchObject({
      head: { revision: 1 },
      repeated: true,
    });
    expect(on.idsIn('release-1')).toStrictEqual(idsOf(some));
  });

  it('is refused at start', async () => {
    on.double.stop();
    await expect(on.store()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('is given up where a cluster is looked for in vain, and what that says later harms nobody', async () => {
    on.double.stop();
    const cluster = on.double.url.replace('esdb:', 'esdb+discover:');
    const url = `${cluster}&maxDiscoverAttempts=3&discoveryInterval=30`;
    await expect(on.store({ url, callMs: 20 })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: 'the event store failed: no answer within 20 ms',
    });
    await expect(on.store({ url, callMs: 2_000 })).rejects.toMatchObject({
      message: 'the event store failed: Failed to discover after 3 attempts.',
    });
  });

  it('refuses everything once it is closed, and closing again is nothing', async () => {
    const told = on.subscriber(store);
    await fill(store, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
    await store.close();
    await store.close();
    const message = 'the event store is closed';
    await expect(store.append('a', undefined, events(1), somebody)).rejects.toThrow(message);
    await expect(store.readAll()).rejects.toThrow(message);
    await expect(store.readStream('a')).rejects.toThrow(message);
    await expect(store.head()).rejects.toThrow(message);
    expect(told.errors).toStrictEqual([]);
  });
});
