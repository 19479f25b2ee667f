import { jest } from '@jest/globals';
import { Broker } from '../../../../scripts/kafka/broker.mjs';
import { describeWithOwnKafka } from '../../../../test/engines/kafka.js';
import { aMessage, messages, readToEnd, Taker, textOf, until } from '../contract/fixtures.js';
import { MessagingUnavailable } from '../errors.js';
import type { Delivered } from '../messaging.js';
import type { KafkaMessaging } from './kafka-messaging.js';
import { Plot } from './kafka.fixture.js';
import { failuresMax } from './publishing/producers.js';

/** Publishes on and on, each message until it is taken, as a relay does. */
class Sender {
  failures = 0;
  private readonly sent: string[] = [];
  private stopping = false;
  private readonly sending: Promise<void>;

  constructor(
    private readonly messaging: KafkaMessaging,
    private readonly key: string,
  ) {
    this.sending = this.send();
  }

  get count(): number {
    return this.sent.length;
  }

  /** Everything that was taken, in order. */
  async stop(): Promise<readonly string[]> {
    this.stopping = true;
    await this.sending;
    return this.sent;
  }

  private async send(): Promise<void> {
    while (!this.stopping) {
      const text = String(this.sent.length);
      try {
        await this.messaging.publish('orders', [aMessage(this.key, text)]);
        this.sent.push(text);
      } catch (error) {
        if (!(error instanceof MessagingUnavailable)) throw error;
        this.failures += 1;
      }
    }
  }
}

/** The effects of what was delivered: what comes again has none. */
const effects = (taken: readonly Delivered[], key: string): string[] => [
  ...new Set(taken.filter((one) => one.key === key).map(textOf)),
];

await describeWithOwnKafka('KafkaMessaging, when Kafka stops', () => {
  jest.setTimeout(120_000);

  let broker: Broker;
  let plot: Plot;
  let messaging: KafkaMessaging;
  beforeAll(async () => {
    broker = await Broker.start({ 'auto.create.topics.enable': 'true' });
  });
  afterAll(() => broker.remove());
  beforeEach(async () => {
    plot = new Plot([broker.address]);
    messaging = await plot.open();
  });
  afterEach(() => plot.clear());

  it('publishes, takes and hears on when it is there again: in order for each key, once in effect', async () => {
    const names = ['a', 'b', 'c'];
    const heard: Delivered[] = [];
    await messaging.listen('orders', (message) => {
      heard.push(message);
      return Promise.resolve();
    });
    const taker = new Taker(messaging, 'warehouse');
    const senders = names.map((key) => new Sender(messaging, key));
    await until(() => senders.every(({ count }) => count > 20) && taker.taken.length > 20);

    await broker.stop();
    await until(() => senders.every(({ failures }) => failures > failuresMax), 60_000);
    await until(() => taker.trouble() !== undefined, 60_000);
    const before = senders.map(({ count }) => count);
    await broker.startAgain();

    await until(() => senders.every(({ count }, at) => count > before[at]! + 20), 60_000);
    const sent = await Promise.all(senders.map((sender) => sender.stop()));
    await until(
      () => names.every((key, at) => effects(taker.taken, key).length >= sent[at]!.length),
      60_000,
    );
    for (const [at, key] of names.entries())
      expect(effects(taker.taken, key)).toStrictEqual(sent[at]);
    await until(
      () => names.every((key, at) => effects(heard, key).length >= sent[at]!.length),
      60_000,
    );
    await until(() => taker.trouble() === undefined);
    const read = await readToEnd(messaging, 'orders');
    for (const [at, key] of names.entries()) expect(effects(read, key)).toStrictEqual(sent[at]);
  });

  it('says so to who publishes, reads or listens meanwhile, and to health', async () => {
    const taker = new Taker(messaging, 'warehouse');
    await messaging.publish('orders', messages('a', 1));
    await taker.has(1);
    await broker.stop();
    await expect(messaging.publish('orders', messages('a', 1))).rejects.toThrow(
      MessagingUnavailable,
    );
    await expect(messaging.read('orders')).rejects.toThrow(MessagingUnavailable);
    await expect(plot.open()).rejects.toThrow("Kafka can't be reached or refuses");
    await until(() => taker.trouble() === 'warehouse lost Kafka; it is tried again', 60_000);
    await broker.startAgain();
    await until(() => taker.trouble() === undefined, 60_000);
  });

  it('tells health within 15 s that it hangs, and takes what came meanwhile when it goes on', async () => {
    const taker = new Taker(messaging, 'warehouse');
    await messaging.publish('orders', messages('a', 1));
    await taker.has(1);
    broker.hang();
    try {
      await until(() => taker.trouble() !== undefined, 15_000);
      expect(taker.trouble()).toBe('warehouse hears nothing of Kafka');
    } finally {
      broker.goOn();
    }
    await messaging.publish('orders', messages('b', 1));
    await until(() => effects(taker.taken, 'b').length === 1, 60_000);
    await until(() => taker.trouble() === undefined);
  });

  it('stops also while it is away', async () => {
    const impatient = await plot.open({ drainMs: 500 });
    new Taker(impatient, 'warehouse');
    await broker.stop();
    await impatient.close();
    await broker.startAgain();
  });

  it('makes no topic that was taken away, though the broker would', async () => {
    const taker = new Taker(messaging, 'warehouse');
    await messaging.publish('orders', messages('a', 1));
    await taker.has(1);
    const topic = `${plot.prefix}orders`;
    await plot.asAdmin((admin) => admin.deleteTopics({ topics: [topic] }));
    await expect(messaging.publish('orders', messages('a', 1))).rejects.toThrow(
      MessagingUnavailable,
    );
    await expect(messaging.read('orders')).rejects.toThrow(MessagingUnavailable);
    await until(() => taker.trouble() !== undefined, 60_000);
    expect(await plot.asAdmin((admin) => admin.listTopics())).not.toContain(topic);
  });
});

await describeWithOwnKafka('KafkaMessaging, on a Kafka that is new', () => {
  jest.setTimeout(120_000);

  it('takes messages without an error', async () => {
    const errors: unknown[] = [];
    const broker = await Broker.start({ 'offsets.topic.num.partitions': '50' });
    try {
      const plot = new Plot([broker.address]);
      const messaging = await plot.open({ logger: { error: (...said) => void errors.push(said) } });
      const takers = ['warehouse', 'accounting'].map((name) => new Taker(messaging, name));
      await messaging.publish('orders', messages('a', 1));
      await Promise.all(takers.map((taker) => taker.has(1)));
      await messaging.close();
      expect(errors).toStrictEqual([]);
    } finally {
      await broker.remove();
    }
  });
});
