import { jest } from '@jest/globals';
import { ConfigResourceTypes } from 'kafkajs';
import { describeWithKafka } from '../../../../test/engines/kafka.js';
import { MessagingUnavailable } from '../errors.js';
import type { Topic } from '../topic.js';
import { Plot } from './kafka.fixture.js';
import { TopicMisfit } from './provisioning.js';

await describeWithKafka('Topics in a real Kafka', (brokers) => {
  jest.setTimeout(30_000);

  let plot: Plot;
  beforeEach(() => {
    plot = new Plot(brokers);
  });
  afterEach(() => plot.clear());

  const orders: Topic = { name: 'orders', summary: 'What is ordered' };
  const open = (topic: Partial<Topic> = {}) => plot.open({ topics: [{ ...orders, ...topic }] });
  const settingsOf = async (topic: string) => {
    const name = plot.prefix + topic;
    const resources = [{ type: ConfigResourceTypes.TOPIC, name }];
    const described = await plot.asAdmin((admin) =>
      admin.describeConfigs({ includeSynonyms: false, resources }),
    );
    return new Map(
      described.resources[0]!.configEntries.map((one) => [one.configName, one.configValue]),
    );
  };

  it('are made with their partitions, their retention and what keeps messages safe', async () => {
    await open({ partitions: 3, retentionDays: 2 });
    const { topics } = await plot.asAdmin((admin) =>
      admin.fetchTopicMetadata({
        topics: ['orders', 'orders.dead-letters'].map((one) => plot.prefix + one),
      }),
    );
    expect(topics.map(({ partitions }) => partitions.length).sort()).toStrictEqual([1, 3]);
    const settings = await settingsOf('orders');
    expect(settings.get('retention.ms')).toBe(String(2 * 86_400_000));
    expect(settings.get('message.timestamp.type')).toBe('LogAppendTime');
    expect(settings.get('cleanup.policy')).toBe('delete');
    expect(settings.get('unclean.leader.election.enable')).toBe('false');
    expect((await settingsOf('orders.dead-letters')).get('retention.ms')).toBe(
      String(365 * 86_400_000),
    );
  });

  it('can be made by several at once', async () => {
    await Promise.all([open(), open(), open()]);
  });

  it('can be there already, and kept for longer', async () => {
    await open({ retentionDays: 3 });
    await open({ retentionDays: 2 });
  });

  it('have to be there for who makes none, as they may be', async () => {
    const lookOn = () => plot.open({ topics: [orders], replication: undefined });
    await expect(lookOn()).rejects.toStrictEqual(
      new TopicMisfit(
        `topic ${plot.prefix}orders and 1 more can't be found in Kafka: services make their topics when they start, behind the prefix that is set for them`,
      ),
    );
    expect(await plot.asAdmin((admin) => admin.listTopics())).not.toContain(`${plot.prefix}orders`);
    await open({ retentionDays: 1 });
    expect(await (await lookOn()).read('orders')).toMatchObject({ messages: [] });
  });

  it('have to have the same number of partitions', async () => {
    await open({ partitions: 3 });
    await expect(open({ partitions: 4 })).rejects.toStrictEqual(
      new TopicMisfit(
        `topic ${plot.prefix}orders has 3 partitions in Kafka, not 4; the number of partitions never changes`,
      ),
    );
  });

  it('are not taken where somebody else made them otherwise', async () => {
    await plot.asAdmin((admin) =>
      admin.createTopics({
        topics: [
          {
            topic: `${plot.prefix}orders`,
            numPartitions: 8,
            configEntries: [
              { name: 'retention.ms', value: '1000' },
              { name: 'cleanup.policy', value: 'compact' },
              { name: 'max.message.bytes', value: '1000' },
            ],
          },
        ],
      }),
    );
    await expect(open()).rejects.toThrow(
      `topic ${plot.prefix}orders is in Kafka, but not as Roadbook needs it; set retention.ms=1209600000 or more, cleanup.policy=delete, message.timestamp.type=LogAppendTime, max.message.bytes=1048576 or more there`,
    );
  });

  it('are not made on fewer brokers than messages have to be on', async () => {
    await expect(plot.open({ replication: 1000 })).rejects.toThrow(MessagingUnavailable);
  });
});
