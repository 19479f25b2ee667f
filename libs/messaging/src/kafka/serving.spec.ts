import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { jest } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { describeWithKafka } from '../../../../test/engines/kafka.js';
import {
  aMessage,
  gate,
  keys,
  messages,
  readToEnd,
  Taker,
  textsOf,
  until,
} from '../contract/fixtures.js';
import type { Delivered } from '../messaging.js';
import { plotForEach } from './kafka.fixture.js';
import { partitionOf } from './partition-of.js';

const hearingIn = (heard: Delivered[]) => (message: Delivered) => {
  heard.push(message);
  return Promise.resolve();
};

await describeWithKafka('KafkaMessaging on a real Kafka', (brokers) => {
  // Members of a group join and leave at their ease.
  jest.setTimeout(30_000);

  const here = plotForEach(brokers);

  describe('a consumer', () => {
    it('goes on with the oldest message that is left where those that it would take next are gone', async () => {
      await here.messaging.publish('orders', messages('a', 1));
      const before = new Taker(here.messaging, 'warehouse');
      await before.has(1);
      await before.stop();
      await here.messaging.publish(
        'orders',
        [1, 2, 3, 4].map((number) => aMessage('a', String(number))),
      );
      const partition = partitionOf('a', 8);
      const topic = `${here.plot.prefix}orders`;
      await here.plot.asAdmin(async (admin) => {
        // Which loads what deletion needs to know of the topic.
        await admin.fetchTopicOffsets(topic);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: '3' }] });
      });
      const after = new Taker(here.messaging, 'warehouse');
      await after.has(2);
      expect(after.texts).toStrictEqual(['3', '4']);
    });

    it('leaves its group also when it is stopped while it joins it', async () => {
      const hasty: Taker[] = [];
      // At all kinds of moments: before it is connected, while it joins, right after.
      for (let turns = 1; turns < 3_000; turns *= 2) {
        const taker = new Taker(here.messaging, 'warehouse');
        hasty.push(taker);
        for (let turn = 0; turn < turns; turn++) await turnOfTheLoop();
        await taker.stop();
      }
      await here.messaging.publish(
        'orders',
        keys(40).flatMap((key) => messages(key, 1)),
      );
      const taker = new Taker(here.messaging, 'warehouse');
      await taker.has(40);
      expect(hasty.flatMap(({ taken }) => taken)).toStrictEqual([]);
    });

    it('can be stopped by its own handler', async () => {
      const impatient = await here.plot.open({ drainMs: 300 });
      const stopped = gate();
      const taker: Taker = new Taker(impatient, 'warehouse', 'orders', async () => {
        await taker.stop();
        stopped.open();
      });
      await impatient.publish('orders', messages('a', 1));
      await stopped.opened;
    });

    it('is given up when its handler does not end in time, and its message comes again', async () => {
      const errors: string[] = [];
      const logger = { error: (what: unknown) => void errors.push(String(what)) };
      const impatient = await here.plot.open({ drainMs: 300, logger });
      const { opened, open } = gate();
      const stuck = new Taker(impatient, 'warehouse', 'orders', () => opened);
      await impatient.publish('orders', messages('a', 1));
      await stuck.has(1);
      await stuck.stop();
      expect(errors).toStrictEqual([
        'warehouse did not end in time; what it was at is delivered again',
      ]);
      open();
    });

    it('is still while there is nothing to do', async () => {
      const heard: Delivered[] = [];
      await here.messaging.listen('orders', hearingIn(heard));
      const taker = new Taker(here.messaging, 'warehouse');
      await here.messaging.publish('orders', messages('a', 1));
      await until(() => heard.length + taker.taken.length === 2);
      const looks = jest.spyOn(RequestQueue.prototype, 'checkPendingRequests');
      const answers = jest.spyOn(RequestQueue.prototype, 'fulfillRequest');
      try {
        await until(() => answers.mock.calls.length > 10);
        // Each answer has one look at what waits; nothing else has one.
        expect(looks.mock.calls.length).toBeLessThanOrEqual(answers.mock.calls.length + 1);
      } finally {
        looks.mockRestore();
        answers.mockRestore();
      }
    });
  });

  describe('a listener', () => {
    it('leaves no group behind', async () => {
      const heard: Delivered[] = [];
      const consumption = await here.messaging.listen('orders', hearingIn(heard));
      await here.messaging.publish('orders', messages('a', 1));
      await until(() => heard.length === 1);
      await consumption.stop();
      const { groups } = await here.plot.asAdmin((admin) => admin.listGroups());
      expect(groups.filter(({ groupId }) => groupId.startsWith(here.plot.prefix))).toStrictEqual(
        [],
      );
    });
  });

  describe('reading', () => {
    it('shows messages of all keys in the order of publication, and goes on behind any of them', async () => {
      const all = keys(30).map((key, number) => aMessage(key, String(number)));
      for (const one of all) await here.messaging.publish('orders', [one]);
      const read = await readToEnd(here.messaging, 'orders');
      const texts = textsOf(read);
      expect(texts).toStrictEqual(all.map(({ body }) => Buffer.from(body).toString()));
      for (const [at, { mark }] of read.entries()) {
        const rest = await here.messaging.read('orders', { after: mark });
        expect(textsOf(rest.messages)).toStrictEqual(texts.slice(at + 1));
      }
    });

    it('ends a page of large messages early, and loses none', async () => {
      const body = new Uint8Array(500_000);
      for (const key of keys(16))
        await here.messaging.publish('orders', [{ key, headers: {}, body }]);
      const page = await here.messaging.read('orders');
      expect(page.atEnd).toBe(false);
      expect(page.messages.length).toBeLessThan(16);
      expect(await readToEnd(here.messaging, 'orders')).toHaveLength(16);
    });
  });
});
