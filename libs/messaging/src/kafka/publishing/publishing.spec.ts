import type { Kafka, ProducerConfig, ProducerRecord } from 'kafkajs';
import { keys, messages } from '../../contract/fixtures.js';
import { MessagingUnavailable } from '../../errors.js';
import { provisioned } from '../../topic.js';
import { Names } from '../names.js';
import { Seal } from '../seal.js';
import { failuresMax, Producers } from './producers.js';
import { Publisher } from './publisher.js';

const [orders] = provisioned([{ name: 'orders', summary: 'What is ordered' }]);

/** What kafkajs was asked for, and what it answers. */
class FakeKafka {
  readonly configs: ProducerConfig[] = [];
  readonly sent: { readonly producer: number; readonly record: ProducerRecord }[] = [];
  readonly disconnected: number[] = [];
  answer: (record: ProducerRecord, producer: number) => Promise<void> = () => Promise.resolve();

  producer(config: ProducerConfig) {
    const producer = this.configs.push(config);
    return {
      connect: () => Promise.resolve(),
      disconnect: () => {
        this.disconnected.push(producer);
        return Promise.resolve();
      },
      send: async (record: ProducerRecord) => {
        this.sent.push({ producer, record });
        await this.answer(record, producer);
      },
    };
  }
}

const textsIn = (record: ProducerRecord): string[] =>
  record.messages.map(({ value }) => String(value));

describe('publishing', () => {
  let kafka: FakeKafka;
  let publisher: Publisher;
  const publish = (...all: Parameters<Publisher['publish']>[1]) => publisher.publish(orders!, all);
  const texts = () => kafka.sent.map(({ record }) => textsIn(record));
  beforeEach(() => {
    kafka = new FakeKafka();
    publisher = new Publisher(new Producers(kafka as unknown as Kafka), new Names(), new Seal());
  });

  it('waits for all replicas that are in sync, one request after the other, and makes no topic', async () => {
    await publish(...messages('a', 1));
    expect(kafka.sent[0]?.record).toMatchObject({ topic: 'orders', acks: -1 });
    expect(kafka.configs[0]).toMatchObject({
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      idempotent: false,
    });
  });

  it('sends to one partition at a time', async () => {
    await publish(...keys(50).flatMap((key) => messages(key, 2)));
    const partitions = kafka.sent.map(
      ({ record }) => new Set(record.messages.map(({ partition }) => partition)),
    );
    expect(partitions.every(({ size }) => size === 1)).toBe(true);
    expect(new Set(partitions.flatMap((some) => [...some])).size).toBe(8);
  });

  it('sends to a partition together what waited for its turn', async () => {
    let open!: () => void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    kafka.answer = () => opened;
    const published = messages('a', 5).map((message) => publish(message));
    open();
    await Promise.all(published);
    expect(texts()).toStrictEqual([['0'], ['1', '2', '3', '4']]);
  });

  it('fails what waits behind what failed, which would come before it otherwise', async () => {
    kafka.answer = () => Promise.reject(new Error('connection closed'));
    const published = messages('a', 3).map((message) => publish(message));
    const results = await Promise.allSettled(published);
    expect(results.map(({ status }) => status)).toStrictEqual(['rejected', 'rejected', 'rejected']);
    expect(texts()).toStrictEqual([['0']]);
    kafka.answer = () => Promise.resolve();
    await publish(...messages('a', 3));
    expect(texts()).toStrictEqual([['0'], ['0', '1', '2']]);
  });

  it('splits what is more than a batch may have', async () => {
    const large = { key: 'a', headers: {}, body: new Uint8Array(400_000) };
    await publish(large, large, large, large, large);
    expect(texts().map(({ length }) => length)).toStrictEqual([2, 2, 1]);
  });

  it('says that messages may not have been taken, and why', async () => {
    kafka.answer = () => Promise.reject(new Error('connection closed'));
    await expect(publish(...messages('a', 1))).rejects.toStrictEqual(
      new MessagingUnavailable("Kafka can't be reached or refuses: connection closed"),
    );
  });

  it('goes on with another producer where one does not recover', async () => {
    kafka.answer = (_, producer) =>
      producer === 1 ? Promise.reject(new Error('not connected')) : Promise.resolve();
    for (let failure = 0; failure < failuresMax; failure++)
      await expect(publish(...messages('a', 1))).rejects.toThrow(MessagingUnavailable);
    await publish(...messages('a', 1));
    expect(kafka.sent.at(-1)?.producer).toBe(2);
    expect(kafka.disconnected).toStrictEqual([1]);
  });

  it('keeps a producer that fails now and then', async () => {
    let sends = 0;
    kafka.answer = () =>
      ++sends % 2 ? Promise.reject(new Error('leader moved')) : Promise.resolve();
    for (let round = 0; round < failuresMax; round++) {
      await expect(publish(...messages('a', 1))).rejects.toThrow('leader moved');
      await publish(...messages('a', 1));
    }
    expect(kafka.configs).toHaveLength(1);
  });
});
