import { anEvent, events, fill, idsOf, readToEnd, somebody } from '../contract/fixtures.js';
import type { NewEvent } from '../events.js';
import type { Fault } from '../eventstoredb-double/index.js';
import { appendBytesMax } from '../limits.js';
import type { EventStoreDbStore } from './event-store-db-store.js';
import { until } from '../eventstoredb-double/client.fixture.js';
import { OnDouble } from './on-double.fixture.js';

describe('appending to EventStoreDB', () => {
  let on: OnDouble;
  let store: EventStoreDbStore;
  beforeEach(async () => {
    on = await OnDouble.started();
    store = await on.store({ callMs: 1_500 });
  });
  afterEach(() => on.dispose());

  const append = (...some: [NewEvent, ...NewEvent[]]) =>
    store.append('release-1', undefined, some, somebody);

  it('makes a call of its own for each append, never one that the whole process shares', async () => {
    await append(anEvent());
    expect(on.double.calls).toMatchObject({ append: 1, batch: 0, features: 0 });
  });

  it('is not touched by the error of another client in the process', async () => {
    const other = on.client();
    on.double.faults.order('batch', 'silence', { stream: 'other' });
    on.double.faults.order('append', 'late-answer', { stream: 'release' });
    const theirs = other.appendToStream('other', {
      ...{ id: anEvent().id, type: 'Other', contentType: 'application/json', data: {} },
      metadata: {},
    });
    const ours = append(anEvent());
    await until(() => on.double.faults.heldBack === 1, 'our append waits for its answer');
    on.double.faults.order('batch', 'not-leader');
    await expect(
      other.appendToStream('another', {
        ...{ id: anEvent().id, type: 'Other', contentType: 'application/json', data: {} },
        metadata: {},
      }),
    ).rejects.toThrow();
    await expect(theirs).rejects.toThrow();
    on.double.faults.release();
    expect(await ours).toMatchObject({ repeated: false });
    expect(on.double.calls.append).toBe(1);
  });

  it('refuses a bigint before anything is sent', async () => {
    const event = anEvent({ count: 1n as unknown as number });
    await expect(append(event)).rejects.toThrow('JSON cannot carry a bigint without loss');
    expect(on.double.calls.append).toBe(0);
  });

  it('gives up on a server that is silent, and says that the outcome is unknown', async () => {
    store = await on.store({ callMs: 1_000, patienceMs: 500 });
    on.double.faults.order('append', 'silence', { times: 99 });
    await expect(append(anEvent())).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(on.idsIn('release-1')).toStrictEqual([]);
  });

  it.each<Fault>([
    'silence',
    'lost-answer',
    'broken',
    'cut-short',
    'clean-end',
    'commit-timeout',
    'not-ready',
    'not-leader',
  ])('writes once, and says so, when the server fails an append by: %s', async (fault) => {
    const [before] = await fill(store, 'release-1', 1);
    const some = events(2);
    on.double.faults.order('append', fault);
    const { head } = await store.append('release-1', before?.head, some, somebody);
    expect(head.revision).toBe(2);
    expect(on.idsIn('release-1').slice(1)).toStrictEqual(idsOf(some));
    expect(await store.readStream('release-1', { from: 1 })).toHaveLength(2);
  });

  it('writes once when an append that was given up is carried out late', async () => {
    const event = anEvent();
    on.double.faults.order('append', 'late-write');
    expect(await append(event)).toMatchObject({ head: { revision: 0 }, repeated: false });
    on.double.faults.release();
    await fill(store, 'release-2', 1);
    expect(on.idsIn('release-1')).toStrictEqual([event.id]);
  });

  it('finds its own events behind a wrong expected version', async () => {
    const some = events(2);
    on.double.faults.order('append', 'wrong-version');
    expect(await append(...some)).toMatchObject({ head: { revision: 1 }, repeated: false });
    expect(on.idsIn('release-1')).toStrictEqual(idsOf(some));
  });

  it('says conflict where somebody else came first while the outcome was unknown', async () => {
    const theirs = anEvent();
    on.double.faults.order('append', 'late-write', { stream: 'release-1' });
    const ours = append(anEvent());
    await until(() => on.double.faults.heldBack === 1, 'our append is on its way');
    const other = await on.store();
    await other.append('release-1', undefined, [theirs], somebody);
    await expect(ours).rejects.toMatchObject({ name: 'WrongExpectedHead', actual: 0 });
    on.double.faults.release();
    expect(on.idsIn('release-1')).toStrictEqual([theirs.id]);
  });

  it('recognizes a repeat by its exact revision, also when the server forgot the ids', async () => {
    const some = events(2);
    const first = await append(...some);
    on.double.stop();
    await on.double.start();
    const again = await on.store();
    expect(await again.append('release-1', undefined, some, somebody)).toStrictEqual({
      ...first,
      repeated: true,
    });
    expect(on.idsIn('release-1')).toHaveLength(2);
  });

  it('tells a repeat by another replica from an append of its own', async () => {
    const some = events(2);
    const first = await append(...some);
    const replica = await on.store();
    expect(await replica.append('release-1', undefined, some, somebody)).toStrictEqual({
      ...first,
      repeated: true,
    });
  });

  it('confirms nothing that it cannot read back', async () => {
    store = await on.store({ callMs: 1_000, patienceMs: 500 });
    on.double.faults.order('read', 'silence', { times: 99, stream: 'release-1' });
    const event = anEvent();
    await expect(append(event)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    on.double.faults.clear();
    expect(await append(event)).toMatchObject({ head: { revision: 0 } });
    expect(on.idsIn('release-1')).toStrictEqual([event.id]);
  });

  it('refuses an event id that another stream has, as far as it was seen lately', async () => {
    const event = anEvent();
    const other = await on.store();
    const told = on.subscriber(store);
    await other.append('release-1', undefined, [event], somebody);
    await told.until(({ events: seen }) => seen.length === 1);
    await expect(store.append('release-2', undefined, [event], somebody)).rejects.toMatchObject({
      name: 'EventIdTaken',
      stream: 'release-1',
      revision: 0,
    });
  });

  it('takes the largest append that is allowed, with everything that stands beside the data', async () => {
    const bytes = Math.floor(appendBytesMax / 500) - 420;
    const [first, ...rest] = Array.from({ length: 500 }, () =>
      anEvent({ text: 'x'.repeat(bytes) }),
    );
    store = await on.store();
    const { head } = await append(first ?? anEvent(), ...rest);
    expect(head.revision).toBe(499);
  });

  it('gives numbers, which JSON can carry', async () => {
    await append(anEvent());
    const [event] = await readToEnd(store);
    expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
    expect(typeof event?.position).toBe('number');
  });
});
