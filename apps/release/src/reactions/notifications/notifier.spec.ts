import { Decisions } from '@roadbook/decisions';
import { StoreUnavailable } from '@roadbook/event-store';
import type { StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { ManualClock } from '@roadbook/process';
import { InMemoryCheckpoints } from '@roadbook/read-model/memory';
import { setTimeout as pause } from 'node:timers/promises';
import { Notifying } from '../../commands/notifying.js';
import type { RolesNotified } from '../../domain/notifications/events.js';
import { toldOf } from '../../domain/notifications/told.fixture.js';
import { Journey } from '../../projections/journey.fixture.js';
import { tellTo } from '../../projections/story.fixture.js';
import { Notifier } from './notifier.js';

const version = '1.0.0';
const now = '2026-03-02T09:00:00.000Z';
const limitMs = 10_000;

async function until(holds: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > endMs) throw new Error(`it did not come true within ${String(limitMs)} ms`);
    await pause(5);
  }
}

/** Events that were told by the deciders, in a store; ids are UUIDs there. */
async function storeOf(journey: Journey): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  await tellTo(store, journey.log);
  return store;
}

/** What roles were told of the release, then what else they were told of the project. */
const notified = async (store: InMemoryEventStore): Promise<StoredEvent[]> => [
  ...(await store.readStream(`notifications-web@${version}`)),
  ...(await store.readStream('notifications-web')),
];

function notifierOf(
  store: InMemoryEventStore,
  checkpoints = new InMemoryCheckpoints(),
  error: (what: string) => void = () => undefined,
) {
  const notifying = new Notifying(new Decisions(store), new ManualClock(now));
  return new Notifier(store, checkpoints, notifying, { error });
}

describe('telling roles of what happens', () => {
  const journey = new Journey().register().goLive(version);
  const violation = {
    command: 'TagVersion',
    rule: 2,
    version,
    candidate: null,
    missing: [{ id: 'version-tagged', missing: 'the version is not tagged' }],
  } as const;
  journey.violation(violation, 'cio');
  const expected = toldOf(journey).length + 1;

  it('puts on record everything that is told, of which event, by Roadbook itself', async () => {
    const store = await storeOf(journey);
    const notifier = notifierOf(store);
    await notifier.start();
    await until(async () => (await notified(store)).length >= expected);
    await notifier.stop();
    const told = await notified(store);
    expect(told.map(({ data }) => data.tellsOf)).toStrictEqual([
      ...toldOf(journey).map(({ event }) => event.id),
      journey.log.at(-1)?.id,
    ]);
    const first = told[0]! as unknown as RolesNotified & StoredEvent;
    const ready = journey.log.find(({ type }) => type === 'ReleasePrepared')!;
    expect(first).toMatchObject({
      actor: 'system',
      role: 'system',
      recordedAt: now,
      causationId: ready.id,
      correlationId: ready.correlationId,
    });
    expect(first.data).toMatchObject({
      tellsOf: ready.id,
      happenedAt: ready.recordedAt,
      subject: 'web 1.0.0 is ready',
    });
  });

  it('tells everybody of one event in one append', async () => {
    const store = await storeOf(journey);
    const notifier = notifierOf(store);
    await notifier.start();
    await until(async () => (await notified(store)).length >= expected);
    await notifier.stop();
    const confirmed = journey.log.find(({ type }) => type === 'WindowConfirmed')!;
    const told = (await notified(store)).filter(({ data }) => data.tellsOf === confirmed.id);
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('tells of nothing twice, though it begins anew', async () => {
    const store = await storeOf(journey);
    for (const checkpoints of [new InMemoryCheckpoints(), new InMemoryCheckpoints()]) {
      const notifier = notifierOf(store, checkpoints);
      await notifier.start();
      const head = await store.head();
      await until(async () => (await checkpoints.get('notifications')) >= head);
      await notifier.stop();
    }
    expect(await notified(store)).toHaveLength(expected);
  });

  it('says in health that it is in trouble, and goes on when the store is back', async () => {
    const store = await storeOf(journey);
    let away = 1;
    const append = store.append.bind(store);
    store.append = (...asked) =>
      away-- > 0 ? Promise.reject(new StoreUnavailable('away')) : append(...asked);
    const troubles: (string | undefined)[] = [];
    const notifier = notifierOf(store, new InMemoryCheckpoints(), () => {
      setImmediate(() => troubles.push(notifier.trouble()));
    });
    await notifier.start();
    await until(async () => (await notified(store)).length >= expected);
    await until(() => Promise.resolve(notifier.trouble() === undefined));
    await notifier.stop();
    expect(troubles).toStrictEqual(['roles are not told of events; it is tried again']);
  });
});
