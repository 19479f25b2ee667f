import { setTimeout as pause } from 'node:timers/promises';
import { decode, topicNamed, topics } from '@roadbook/contracts';
import type { StoredEvent } from '@roadbook/event-store';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { KafkaMessaging } from '@roadbook/messaging/kafka';
import { EventStoreDbDouble } from '../../libs/event-store/src/eventstoredb-double/index.js';
import { Broker } from '../../scripts/kafka/broker.mjs';
import { ensureBuilt } from '../../scripts/ready/build.mjs';
import { doubled, lost, toldTwice, unasked } from '../faults/comparison.js';
import { Commanding } from './commanding.js';
import { everything } from '../faults/everything.js';
import { Fleet } from './fleet.js';
import { describeWithKafka, describeWithOwnKafka } from './kafka.js';

/** A minute with ROADBOOK_TEST_OUTAGE_SECONDS=60. */
const outageMs = 1000 * Number(process.env.ROADBOOK_TEST_OUTAGE_SECONDS ?? 10);
const testMsMax = 300_000 + 2 * outageMs;
const arrivedMsMax = 120_000;
const backMsMax = 5_000;
const lookEveryMs = 50;
const toldOf = ['ReleasePlanned', 'CandidateChosen', 'GateReported'];

beforeAll(ensureBuilt, testMsMax);

await describeWithOwnKafka('Kafka that is stopped under load, and started again', () => {
  it(
    'keeps nobody from commanding; afterwards everything arrives, each release in its order',
    async () => {
      const broker = await Broker.start();
      const fleet = await Fleet.start({ brokers: [broker.address] });
      try {
        const commanding = new Commanding(fleet, 'shop');
        await commanding.start();
        await commanding.more(50);
        await broker.stop();
        const untilMs = Date.now() + outageMs;
        while (Date.now() < untilMs) await commanding.more(10);
        await broker.startAgain();
        await commanding.more(50);
        await commanding.end();
        const events = await everything(fleet.eventsOf('release'));
        const both = [...events, ...(await everything(fleet.eventsOf('environment')))];
        expect(lost(commanding.book, both)).toStrictEqual([]);
        expect(doubled(commanding.book, both)).toStrictEqual([]);
        const called = byStream(events.filter(({ type }) => toldOf.includes(type)));
        const untilArrivedMs = Date.now() + arrivedMsMax;
        let told = await toldAt(broker.address, fleet.prefix);
        while (!holds(told, called) && Date.now() < untilArrivedMs) {
          await pause(lookEveryMs);
          told = await toldAt(broker.address, fleet.prefix);
        }
        expect(told).toStrictEqual(called);
      } finally {
        await fleet.stop();
        await broker.remove();
      }
    },
    testMsMax,
  );
});

await describeWithKafka('EventStoreDB that is stopped under load, and started again', (brokers) => {
  it(
    'is said to be away, with nothing falsely confirmed, and everybody goes on within five seconds of its return',
    async () => {
      const double = await EventStoreDbDouble.started();
      const fleet = await Fleet.start({ brokers, eventStoreUrl: double.url });
      try {
        const commanding = new Commanding(fleet, 'shop');
        await commanding.start();
        await commanding.more(50);
        double.stop();
        const refused = await untilRefused(fleet);
        expect([refused.status, refused.headers.get('retry-after')]).toStrictEqual([503, '1']);
        await pause(outageMs);
        const sinceMs = Date.now();
        await double.start();
        await commanding.more(1);
        expect(Date.now() - sinceMs).toBeLessThan(backMsMax);
        await commanding.more(50);
        await commanding.end();
        await fleet.quiet();
        const events = await everything(fleet.eventsOf('release'));
        const both = [...events, ...(await everything(fleet.eventsOf('environment')))];
        expect(lost(commanding.book, both)).toStrictEqual([]);
        expect(doubled(commanding.book, both)).toStrictEqual([]);
        expect(toldTwice(commanding.book)).toStrictEqual([]);
        expect(unasked(commanding.book, events)).toStrictEqual([]);
      } finally {
        await fleet.stop();
        double.stop();
      }
    },
    testMsMax,
  );
});

/** Asks until the answer is that it is not possible now. */
async function untilRefused(fleet: Fleet): Promise<Response> {
  for (;;) {
    const answer = await fleet.ask('orchestrator', 'POST', '/v1/projects', {
      project: 'web',
      name: 'Web',
    });
    if (answer.status >= 500) return answer;
    await pause(lookEveryMs);
  }
}

/** The events that were told of on the topic of releases, in the order in which each key was first told. */
async function toldAt(broker: string, prefix: string): Promise<Record<string, string[]>> {
  const messaging = await KafkaMessaging.open({
    ...{ brokers: [broker], topics, clientId: 'spec', replication: 1, prefix },
  });
  try {
    const told: Record<string, Set<string>> = {};
    let page = await messaging.read(topicNamed.releases.name);
    for (;;) {
      for (const message of page.messages) {
        const { data } = decode(topicNamed.releases.name, envelopeIn(message));
        const { event, version } = data as { event: string; version?: string };
        // What is said of a project belongs to no release.
        if (version !== undefined) (told[`release-shop@${version}`] ??= new Set()).add(event);
      }
      if (page.atEnd) break;
      page = await messaging.read(topicNamed.releases.name, { after: page.mark });
    }
    return Object.fromEntries(Object.entries(told).map(([key, ids]) => [key, [...ids]]));
  } finally {
    await messaging.close();
  }
}

function byStream(events: readonly StoredEvent[]): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const { stream, id } of events) (ids[stream] ??= []).push(id);
  return ids;
}

const holds = (told: Record<string, string[]>, called: Record<string, string[]>): boolean =>
  Object.entries(called).every(([stream, ids]) => (told[stream]?.length ?? 0) >= ids.length);
