import { randomUUID } from 'node:crypto';
import type { NewEvent, StoredEvent } from '@roadbook/event-store';
import { InMemoryEventStore } from '@roadbook/event-store/memory';
import { InMemoryCheckpoints } from '@roadbook/read-model/memory';
import { delays, topics } from '../contract/index.js';
import { readToEnd, until } from '../contract/fixtures.js';
import { SqliteMessaging } from '../embedded/index.js';
import { temporaryFolder } from '../embedded/temporary-folder.fixture.js';
import { Relay } from './relay.js';
import type { Translate } from './relay.js';

const somebody = {
  recordedAt: '2026-03-01T10:00:00.000Z',
  actor: 'actor-1',
  role: 'cio',
  commandId: 'command-1',
  correlationId: 'correlation-1',
};
const anEvent = (number: number): NewEvent => ({
  id: randomUUID(),
  type: 'OrderPlaced',
  schemaVersion: 1,
  data: { number },
});

/** An order for each event, and a parcel for every second one. */
const tell: Translate = ({ id, position, data }) => {
  const message = { key: 'a', headers: { ce_id: id }, body: Buffer.from(JSON.stringify(data)) };
  const topicsOf = position % 2 === 0 ? ['orders', 'parcels'] : ['orders'];
  return topicsOf.map((topic) => ({ topic, message }));
};

describe('the relay', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: InMemoryEventStore;
  let checkpoints: InMemoryCheckpoints;
  let messaging: SqliteMessaging;
  let commits: number;
  let brokerIsAway: boolean;
  const relays: Relay[] = [];
  beforeEach(() => {
    folder = temporaryFolder();
    store = new InMemoryEventStore();
    checkpoints = new InMemoryCheckpoints();
    commits = 0;
    brokerIsAway = false;
    messaging = SqliteMessaging.open(folder.file('messages.db'), {
      ...{ topics, delays },
      failpoint: (moment) => {
        if (moment === 'after-commit') commits++;
        else if (brokerIsAway) throw new Error('the broker is away');
      },
    });
  });
  afterEach(async () => {
    brokerIsAway = false;
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await messaging.close();
    folder.remove();
  });

  const relaying = async (translate: Translate = tell, types?: readonly string[]) => {
    const logger = { error: () => undefined };
    const relay = new Relay(translate, { store, checkpoints, messaging, logger, types });
    relays.push(relay);
    await relay.start();
    return relay;
  };
  const happened = async (count: number): Promise<StoredEvent[]> => {
    const after = await store.head();
    for (let number = 0; number < count; number++)
      await store.append(randomUUID(), undefined, [anEvent(number)], somebody);
    return [...(await store.readAll({ after })).events];
  };
  const idsOn = async (topic: string) =>
    (await readToEnd(messaging, topic)).map(({ headers }) => headers['ce_id']);
  const untilPublished = (count: number) =>
    until(async () => (await idsOn('orders')).length >= count);

  it('publishes what is told of the events, in their order, on the topics where it belongs', async () => {
    const events = await happened(4);
    await relaying();
    await untilPublished(4);
    const later = await happened(2);
    await untilPublished(6);
    const ids = [...events, ...later].map(({ id }) => id);
    expect(await idsOn('orders')).toStrictEqual(ids);
    expect(await idsOn('parcels')).toStrictEqual(ids.filter((_, position) => position % 2 === 0));
  });

  it('may be told later what an event means', async () => {
    const [event] = await happened(1);
    await relaying(async (happening) => {
      await Promise.resolve();
      return tell(happening);
    });
    await untilPublished(1);
    expect(await idsOn('orders')).toStrictEqual([event?.id]);
  });

  it('says nothing of events of which nothing is told', async () => {
    await happened(3);
    const relay = await relaying(() => [], ['Nothing']);
    await relay.stop();
    expect(await idsOn('orders')).toStrictEqual([]);
    expect(await checkpoints.get('relay')).toBe(2);
  });

  it('publishes a long past together, not one by one', async () => {
    await happened(500);
    await relaying();
    await untilPublished(500);
    expect(commits).toBeLessThan(5);
  });

  it('goes on where it stopped, and repeats nothing', async () => {
    await happened(3);
    const before = await relaying();
    await untilPublished(3);
    await before.stop();
    await happened(1);
    await relaying();
    await untilPublished(4);
    expect(await idsOn('orders')).toHaveLength(4);
  });

  it('moves its checkpoint when the broker has taken the messages, and publishes them again until then', async () => {
    brokerIsAway = true;
    const events = await happened(2);
    const relay = await relaying();
    await until(() => relay.trouble() !== undefined);
    expect(relay.trouble()).toBe('messages about events are not published; it is tried again');
    expect(await checkpoints.get('relay')).toBe(-1);
    brokerIsAway = false;
    await until(() => relay.trouble() === undefined);
    expect(await idsOn('orders')).toStrictEqual(events.map(({ id }) => id));
    expect(await checkpoints.get('relay')).toBe(1);
  });

  it('tries again what could not be translated', async () => {
    let unknown = true;
    await happened(1);
    const relay = await relaying((event) => {
      if (unknown) throw new Error('not understood');
      return tell(event);
    });
    await until(() => relay.trouble() !== undefined);
    unknown = false;
    await untilPublished(1);
  });

  it('publishes what is stored before it stops', async () => {
    const relay = await relaying();
    await happened(20);
    await relay.stop();
    expect(await idsOn('orders')).toHaveLength(20);
  });

  it('stops at once while the broker is away, and publishes after the next start', async () => {
    brokerIsAway = true;
    await happened(1);
    const relay = await relaying();
    await until(() => relay.trouble() !== undefined);
    await relay.stop();
    brokerIsAway = false;
    await relaying();
    await untilPublished(1);
  });
});
