import { jest } from '@jest/globals';
import type { EachBatchPayload } from 'kafkajs';
import { describeWithKafka } from '../../../../../test/engines/kafka.js';
import { messages, Taker, until } from '../../contract/fixtures.js';
import type { KafkaMessaging } from '../kafka-messaging.js';
import { Plot } from '../kafka.fixture.js';
import { Names } from '../names.js';
import { Seal } from '../seal.js';
import type { Consumer, ConsumingOptions } from './consumer.js';
import { Delivery } from './delivery.js';
import { Membership } from './membership.js';

/** Resolves of each batch what it is told to, and commits nothing. */
class Idle extends Delivery {
  readonly offsets: string[][] = [];

  constructor(
    consumer: Consumer,
    options: ConsumingOptions,
    private readonly resolves: boolean,
  ) {
    super(consumer, options);
  }

  override take({ batch, resolveOffset }: EachBatchPayload): Promise<void> {
    this.offsets.push(batch.messages.map(({ offset }) => offset));
    if (this.resolves) resolveOffset(batch.lastOffset());
    return Promise.resolve();
  }
}

await describeWithKafka('A member of a group', (brokers) => {
  jest.setTimeout(30_000);

  let plot: Plot;
  let messaging: KafkaMessaging;
  let member: Membership;
  beforeEach(async () => {
    plot = new Plot(brokers);
    messaging = await plot.open();
  });
  afterEach(async () => {
    await member.stop();
    await plot.clear();
  });

  const group = 'warehouse';
  const memberOf = (resolves: boolean): Idle => {
    const nothing = () => Promise.resolve();
    const consumer = { name: group, topics: ['orders'], handle: nothing, bury: nothing };
    const options = {
      ...{ names: new Names(plot.prefix), seal: new Seal(), delays: { firstMs: 1, mostMs: 1 } },
      ...{ drainMs: 10_000, partitionsInAll: 8 },
      ...{ onFailure: () => undefined, onFatal: () => undefined },
    };
    const delivery = new Idle(consumer, options, resolves);
    member = new Membership(plot.kafka, consumer, { delivery, heard: () => undefined }, options);
    return delivery;
  };

  it('resolves nothing by itself: what was not resolved of a batch comes again', async () => {
    await messaging.publish('orders', messages('a', 1));
    // A Kafka that is new makes the topic of its groups for the first consumer, who tries again until then; a member alone does not.
    await new Taker(messaging, 'before').has(1);
    const delivery = memberOf(false);
    await until(() => delivery.offsets.length > 1);
    expect(delivery.offsets.slice(0, 2)).toStrictEqual([['0'], ['0']]);
  });

  it('commits nothing by itself, also of what is resolved', async () => {
    const delivery = memberOf(true);
    await messaging.publish('orders', messages('a', 1));
    await until(() => delivery.offsets.length === 1);
    // The next batch of the partition comes when kafkajs is through with the one before.
    await messaging.publish('orders', messages('a', 1));
    await until(() => delivery.offsets.length === 2);
    const [orders] = await plot.asAdmin((admin) =>
      admin.fetchOffsets({ groupId: plot.prefix + group, topics: [`${plot.prefix}orders`] }),
    );
    expect(new Set(orders?.partitions.map(({ offset }) => offset))).toStrictEqual(new Set(['-1']));
  });
});
