import { anEvent, events, fill, idsOf, readToEnd, somebody } from '../contract/fixtures.js';
import { start } from '../events.js';
import { pageEventsMax } from '../limits.js';
import { verify } from '../verify.js';
import type { EventStoreDbStore } from './event-store-db-store.js';
import { until } from '../eventstoredb-double/client.fixture.js';
import { OnDouble } from './on-double.fixture.js';

describe('following EventStoreDB', () => {
  let on: OnDouble;
  let store: EventStoreDbStore;
  let writer: EventStoreDbStore;
  beforeEach(async () => {
    on = await OnDouble.started();
    store = await on.store();
    writer = await on.store();
    await until(() => on.double.subscriptions.size === 2, 'both stores are fed');
  });
  afterEach(() => on.dispose());

  it('goes on after the server ended the subscription without a word', async () => {
    const told = on.subscriber(store);
    await fill(writer, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
    for (const subscription of on.double.subscriptions) subscription.end();
    await fill(writer, 'release-2', 2);
    await told.until(({ events: seen }) => seen.length === 4);
    expect(idsOf(told.events)).toStrictEqual(idsOf(await readToEnd(store)));
    expect(told.errors).toStrictEqual([]);
    expect(on.warnings.join()).toContain('ended it without a word');
  });

  it('goes on after an error, such as that of a consumer that was too slow', async () => {
    const told = on.subscriber(store);
    const slow = Object.assign(new Error('Consumer too slow'), { code: 10, details: 'slow' });
    for (const subscription of on.double.subscriptions) subscription.fail(slow);
    await fill(writer, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
  });

  it('makes the subscription anew when nothing confirms it', async () => {
    const impatient = await on.store({ callMs: 1_000 });
    on.double.faults.order('subscribe', 'silence', { times: 3 });
    for (const subscription of on.double.subscriptions) subscription.end();
    const told = on.subscriber(impatient);
    await fill(writer, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
  });

  it('notices by its canary that the subscription is silent, and makes it anew', async () => {
    const watchful = await on.store({ canaryMs: 50 });
    const told = on.subscriber(watchful);
    await fill(writer, 'release-1', 1);
    await told.until(({ events: seen }) => seen.length === 1);
    for (const subscription of on.double.subscriptions) subscription.stall();
    await fill(writer, 'release-2', 2);
    await told.until(({ events: seen }) => seen.length === 3);
    expect(on.warnings.join()).toContain('silent about events that are stored');
  });

  it('leaves a subscription alone while nothing happens', async () => {
    await fill(writer, 'release-1', 1);
    await on.store({ canaryMs: 5 });
    const before = on.double.calls.read;
    await until(() => on.double.calls.read > before + 5, 'the canary looked several times');
    expect(on.warnings).toStrictEqual([]);
  });

  it('is not stopped by checkpoints', async () => {
    const told = on.subscriber(store);
    const foreign = await on.store({ service: 'environment' });
    for (let stream = 0; stream < 3; stream++) {
      await foreign.append(`environment-${stream}`, undefined, events(500), somebody);
    }
    await fill(writer, 'release-1', 1);
    await told.until(({ events: seen }) => seen.length === 1);
    expect(on.warnings).toStrictEqual([]);
  });

  it('asks for the past in pages', async () => {
    for (let stream = 0; stream < 3; stream++) {
      await writer.append(`release-${stream}`, undefined, events(500), somebody);
    }
    const late = await on.store();
    const told = on.subscriber(late);
    await told.until(({ events: seen }) => seen.length === 1500);
    expect(told.pages.map((page) => page.events.length)).toStrictEqual([1000, 500]);
    expect(on.double.largestRead).toBeLessThanOrEqual(BigInt(pageEventsMax + 2));
  });

  it('sees the streams of its service only', async () => {
    const others = await Promise.all(
      ['release-2', 'environment'].map((service) => on.store({ service })),
    );
    for (const other of others) await fill(other, 'release-1', 3);
    await on.client().setStreamMetadata('release-2/release-1', { $acl: { $r: ['ana'] } });
    expect(await store.readAll()).toStrictEqual({ events: [], position: start, atEnd: true });
    expect(await store.head()).toBe(start);
    const [, last] = await fill(writer, 'release-1', 2);
    for (const other of others) await fill(other, 'release-7', 3);
    expect(await readToEnd(store)).toHaveLength(2);
    expect(await store.head()).toBe(last?.position);
    const told = on.subscriber(store);
    await told.until(({ events: seen }) => seen.length === 2);
    expect(await verify(store)).toMatchObject({ events: 2, streams: 1, inStream: undefined });
  });

  it('is sent what its service wrote, and nothing of others', async () => {
    const foreign = await on.store({ service: 'environment' });
    await until(() => on.double.subscriptions.size === 3, 'all three stores are fed');
    await fill(foreign, 'environment-1', 5);
    await fill(writer, 'release-1', 2);
    const sent = () => Array.from(on.double.subscriptions, ({ eventsSent }) => eventsSent);
    await until(() => sent().every((count) => count >= 2), 'the last event was sent');
    expect(sent()).toStrictEqual([2, 2, 5]);
  });

  it('answers for any number as a position, as if it were one', async () => {
    const appended = await fill(writer, 'release-1', 40);
    const positions = appended.map(({ position }) => position);
    for (const position of [1, 1.5e3, (positions[20] ?? 0) + 1, (positions[38] ?? 0) + 7]) {
      const behind = positions.filter((one) => one > position);
      const page = await store.readAll({ after: Math.floor(position), limit: 1 });
      expect(page.events[0]?.position).toBe(behind[0]);
    }
  });

  it('goes on where it was after a restart, whatever others wrote meanwhile', async () => {
    const [first] = await fill(writer, 'release-1', 1);
    const foreign = await on.store({ service: 'environment' });
    await fill(foreign, 'environment-1', 40);
    const late = await on.store();
    const told = on.subscriber(late, { after: first?.position });
    await fill(writer, 'release-2', 1);
    await told.until(({ events: seen }) => seen.length === 1);
    expect(told.events.map(({ stream }) => stream)).toStrictEqual(['release-2']);
  });

  describe('with an event missing', () => {
    /** As after a scavenge, or a restore of some files only. */
    const remove = (position: number | undefined) => {
      const { all } = on.double.log;
      all.splice(
        all.findIndex((event) => event.position === position),
        1,
      );
    };

    it('halts before what follows it in its stream, and raises an alarm', async () => {
      const [, second] = await fill(writer, 'release-1', 4);
      remove(second?.position);
      const late = await on.store();
      const told = on.subscriber(late);
      await told.until(({ errors }) => errors.length > 0);
      expect(told.errors).toMatchObject([
        { name: 'MissingEvent', stream: 'release-1', revision: 1 },
      ]);
      expect(told.pages).toStrictEqual([]);
      expect(on.errors.join()).toContain('revision 1 of stream release-1 is missing');
    });

    it('halts again where it is followed from behind the event before it', async () => {
      const [first, second] = await fill(writer, 'release-1', 4);
      remove(second?.position);
      const late = await on.store();
      const told = on.subscriber(late, { after: first?.position });
      await told.until(({ errors }) => errors.length > 0);
      expect(told.errors).toMatchObject([{ name: 'MissingEvent', revision: 1 }]);
    });

    it('goes on where the event was handled before it went missing', async () => {
      const [, second] = await fill(writer, 'release-1', 4);
      remove(second?.position);
      const late = await on.store();
      const told = on.subscriber(late, { after: second?.position });
      await told.until(({ events: seen }) => seen.length === 2);
      expect(told.errors).toStrictEqual([]);
    });
  });

  it('ends with an error at what is none of our events, after everything before it', async () => {
    await fill(writer, 'release-1', 2);
    const told = on.subscriber(store);
    await told.until(({ events: seen }) => seen.length === 2);
    await on.client().appendToStream('release/foreign', {
      ...{ id: anEvent().id, type: 'Foreign', contentType: 'application/json', data: {} },
      metadata: {},
    });
    await told.until(({ errors }) => errors.length > 0);
    expect(told.errors).toMatchObject([{ name: 'UnreadableEvent', stream: 'foreign' }]);
  });
});

describe('following an old server, whose checkpoints reach too far', () => {
  it('resumes from the last event that came', async () => {
    const on = await OnDouble.started({ version: '24.2' });
    const foreign = await on.store({ service: 'environment' });
    await fill(foreign, 'environment-1', 3);
    const store = await on.store();
    const told = on.subscriber(store);
    await until(() => on.double.subscriptions.size === 2, 'both stores are fed');
    const writer = await on.store();
    on.double.faults.order('subscribe', 'not-ready', { times: 3 });
    for (const subscription of on.double.subscriptions) subscription.end();
    await fill(writer, 'release-1', 2);
    await told.until(({ events: seen }) => seen.length === 2);
    await on.dispose();
  });
});
