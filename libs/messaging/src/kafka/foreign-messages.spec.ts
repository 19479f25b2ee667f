import { jest } from '@jest/globals';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import type { Published } from '../../../../test/engines/foreign-producers.js';
import { describeWithForeignProducers } from '../../../../test/engines/kafka.js';
import { aMessage, readToEnd, Taker, textsOf, until } from '../contract/fixtures.js';
import { plotForEach } from './kafka.fixture.js';

await describeWithForeignProducers('messages of a foreign producer', (producer, brokers) => {
  jest.setTimeout(60_000);

  const here = plotForEach(brokers);

  const lines = Array.from({ length: 200 }, (_, line) => `line ${line} of what compresses well`);
  const publish = (published: Omit<Published, 'topic'>) =>
    producer.publish(brokers, { topic: `${here.plot.prefix}orders`, ...published });

  it.each(['none', 'gzip', 'snappy', 'lz4', 'zstd'])(
    'are taken, compressed by %s',
    async (codec) => {
      const taker = new Taker(here.messaging, 'warehouse');
      await publish({ key: 'a', texts: lines, codec });
      await taker.has(lines.length);
      expect(taker.texts).toStrictEqual(lines);
      expect(textsOf(await readToEnd(here.messaging, 'orders'))).toStrictEqual(lines);
    },
  );

  it('need no key and no body, and their headers may be written as they like', async () => {
    const taker = new Taker(here.messaging, 'warehouse');
    const headers = [['Content-Type', 'text/plain'] as const, ['x', '1'] as const];
    await publish({ key: 'key', texts: [null], headers: [...headers, ['x', '2']] });
    await taker.has(1);
    await publish({ texts: ['plain'] });
    await taker.has(2);
    expect(taker.taken).toMatchObject([
      { key: 'key', headers: { 'content-type': 'text/plain', x: '2' } },
      { key: '', headers: {} },
    ]);
    expect(taker.texts).toStrictEqual(['', 'plain']);
  });

  it('say nothing that only services may say', async () => {
    const key = Buffer.alloc(32, 7);
    const guarded = await here.plot.open({ vouching: { headers: ['publisher'], key } });
    const taker = new Taker(guarded, 'warehouse');
    const own = { ...aMessage('', 'ours'), headers: { publisher: 'ana' } };
    const forged = [['publisher', 'ana'] as const, ['roadbook-seal', 'x'] as const];
    await publish({ texts: ['forged'], headers: forged });
    await guarded.publish('orders', [own]);
    await taker.has(2);
    const said = new Map(taker.texts.map((text, at) => [text, taker.taken[at]?.headers]));
    expect(said.get('forged')).toStrictEqual({});
    expect(said.get('ours')).toStrictEqual({ publisher: 'ana' });
    const read = await readToEnd(guarded, 'orders');
    expect(read.map(({ headers }) => headers)).toContainEqual({});
  });

  it('replace a consumer that kafkajs gives up for good because of them', async () => {
    const codecs = CompressionCodecs as Record<number, unknown>;
    const lz4 = codecs[CompressionTypes.LZ4];
    let failed = 0;
    codecs[CompressionTypes.LZ4] = () => {
      failed += 1;
      throw new SyntaxError('no such codec');
    };
    try {
      const taker = new Taker(here.messaging, 'warehouse');
      await publish({ key: 'a', texts: lines, codec: 'lz4' });
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
});
