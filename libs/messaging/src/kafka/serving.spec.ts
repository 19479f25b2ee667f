import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { describeWithKafka, describeWithKcat } from '../../../../test/engines/kafka.js';
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
import type { KafkaMessaging } from './kafka-messaging.js';
import { Plot } from './kafka.fixture.js';
import { partitionOf } from './partition-of.js';

const hearingIn = (heard: Delivered[]) => (message: Delivered) => {
  heard.push(message);
  return Promise.resolve();
};

await describeWithKafka('KafkaMessaging on a real Kafka', (brokers) => {
  // Members of a group join and leave at their ease.
  jest.setTimeout(30_000);

  let plot: Plot;
  let messaging: KafkaMessaging;
  beforeEach(async () => {
    plot = new Plot(brokers);
    messaging = await plot.open();
  });
  afterEach(() => plot.clear());

  const lines = Array.from({ length: 200 }, (_, line) => `line ${line} of what compresses well`);
  /** Publishes lines as somebody else's program does. */
  const kcat = async (lines: readonly string[], ...options: string[]) => {
    const topic = ['-t', `${plot.prefix}orders`, '-p', '0'];
    const program = spawn('kcat', ['-P', '-b', brokers.join(','), ...topic, ...options]);
    const ended = once(program, 'close');
    program.stdin.end(lines.join('\n'));
    expect((await ended)[0]).toBe(0);
  };

  describeWithKcat('messages of a foreign producer', () => {
    it.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
      'are taken, compressed by %s',
      async (codec) => {
        const taker = new Taker(messaging, 'warehouse');
        await kcat(lines, '-z', codec);
        await taker.has(lines.length);
        expect(taker.texts).toStrictEqual(lines);
        expect(textsOf(await readToEnd(messaging, 'orders'))).toStrictEqual(lines);
      },
    );

    it('need no key and no body, and their headers may be written as they like', async () => {
      const taker = new Taker(messaging, 'warehouse');
      await kcat(
        ['key|'],
        '-K',
        '|',
        '-Z',
        '-H',
        'Content-Type=text/plain',
        '-H',
        'x=1',
        '-H',
        'x=2',
      );
      await kcat(['plain']);
      await taker.has(2);
      expect(taker.taken).toMatchObject([
        { key: 'key', headers: { 'content-type': 'text/plain', x: '2' } },
        { key: '', headers: {} },
      ]);
      expect(taker.texts).toStrictEqual(['', 'plain']);
    });

    it('say nothing that only services may say', async () => {
      const key = Buffer.alloc(32, 7);
      const guarded = await plot.open({ vouching: { headers: ['publisher'], key } });
      const taker = new Taker(guarded, 'warehouse');
      const own = { ...aMessage('', 'ours'), headers: { publisher: 'ana' } };
      await kcat(['forged'], '-H', 'publisher=ana', '-H', 'roadbook-seal=x');
      await guarded.publish('orders', [own]);
      await taker.has(2);
      const said = new Map(taker.texts.map((text, at) => [text, taker.taken[at]?.headers]));
      expect(said.get('forged')).toStrictEqual({});
      expect(said.get('ours')).toStrictEqual({ publisher: 'ana' });
      const read = await readToEnd(guarded, 'orders');
      expect(read.map(({ headers }) => headers)).toContainEqual({});
    });
  });

  describe('a consumer', () => {
    it('is replaced when kafkajs gives it up for good', async () => {
      const codecs = CompressionCodecs as Record<number, unknown>;
      const lz4 = codecs[CompressionTypes.LZ4];
      let failed = 0;
      codecs[CompressionTypes.LZ4] = () => {
        failed += 1;
        throw new SyntaxError('no such codec');
      };
      try {
        const taker = new Taker(messaging, 'warehouse');
        await kcat(lines, '-z', 'lz4');
        await until(() => taker.trouble() !== undefined);
        expect(taker.trouble()).toBe('warehouse lost Kafka; it is tried again');
        codecs[CompressionTypes.LZ4] = lz4;
        await taker.has(lines.length);
        await until(() => taker.trouble() === undefined);
        expect(failed).toBeGreaterThan(0);
      } finally {
        codecs[CompressionTypes.LZ4] = lz4;
      }
    });

    it('goes on with the oldest message that is left where those that it would take next are gone', async () => {
      await messaging.publish('orders', messages('a', 1));
      const before = new Taker(messaging, 'warehouse');
      await before.has(1);
      await before.stop();
      await messaging.publish(
        'orders',
        [1, 2, 3, 4].map((number) => aMessage('a', String(number))),
      );
      const partition = partitionOf('a', 8);
      const topic = `${plot.prefix}orders`;
      await plot.asAdmin(async (admin) => {
        // Which loads what deletion needs to know of the topic.
        await admin.fetchTopicOffsets(topic);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: '3' }] });
      });
      const after = new Taker(messaging, 'warehouse');
      await after.has(2);
      expect(after.texts).toStrictEqual(['3', '4']);
    });

    it('leaves its group also when it is stopped while it joins it', async () => {
      const hasty: Taker[] = [];
      // At all kinds of moments: before it is connected, while it joins, right after.
      for (let turns = 1; turns < 3_000; turns *= 2) {
        const taker = new Taker(messaging, 'warehouse');
        hasty.push(taker);
        for (let turn = 0; turn < turns; turn++) await turnOfTheLoop();
        await taker.stop();
      }
      await messaging.publish(
        'orders',
        keys(40).flatMap((key) => messages(key, 1)),
      );
      const taker = new Taker(messaging, 'warehouse');
      await taker.has(40);
      expect(hasty.flatMap(({ taken }) => taken)).toStrictEqual([]);
    });

    it('can be stopped by its own handler', async () => {
      const impatient = await plot.open({ drainMs: 300 });
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
      const impatient = await plot.open({ drainMs: 300, logger });
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
      await messaging.listen('orders', hearingIn(heard));
      const taker = new Taker(messaging, 'warehouse');
      await messaging.publish('orders', messages('a', 1));
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
      const consumption = await messaging.listen('orders', hearingIn(heard));
      await messaging.publish('orders', messages('a', 1));
      await until(() => heard.length === 1);
      await consumption.stop();
      const { groups } = await plot.asAdmin((admin) => admin.listGroups());
      expect(groups.filter(({ groupId }) => groupId.startsWith(plot.prefix))).toStrictEqual([]);
    });
  });

  describe('reading', () => {
    it('shows messages of all keys in the order of publication, and goes on behind any of them', async () => {
      const all = keys(30).map((key, number) => aMessage(key, String(number)));
      for (const one of all) await messaging.publish('orders', [one]);
      const read = await readToEnd(messaging, 'orders');
      const texts = textsOf(read);
      expect(texts).toStrictEqual(all.map(({ body }) => Buffer.from(body).toString()));
      for (const [at, { mark }] of read.entries()) {
        const rest = await messaging.read('orders', { after: mark });
        expect(textsOf(rest.messages)).toStrictEqual(texts.slice(at + 1));
      }
    });

    it('ends a page of large messages early, and loses none', async () => {
      const body = new Uint8Array(500_000);
      for (const key of keys(16)) await messaging.publish('orders', [{ key, headers: {}, body }]);
      const page = await messaging.read('orders');
      expect(page.atEnd).toBe(false);
      expect(page.messages.length).toBeLessThan(16);
      expect(await readToEnd(messaging, 'orders')).toHaveLength(16);
    });
  });
});
