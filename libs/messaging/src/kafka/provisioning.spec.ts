import { jest } from '@jest/globals';
import { ConfigResourceTypes } from 'kafkajs';
import { describeWithKafka } from '../../../../test/engines/kafka.js';
import type { Topic } from '../topic.js';
import { TopicMisfit } from './index.js';
import { Plot } from './kafka.fixture.js';

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
    expect(settings.get('retention.bytes')).toBe('-1');
    expect(settings.get('min.insync.replicas')).toBe('1');
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
        `topic ${plot.prefix}orders has 3 partitions in Kafka, not 4; the number of partitions never changes: take the topic away, or set KAFKA_PREFIX to names of your own`,
      ),
    );
  });

  const madeBySomebodyElse = (settings: Readonly<Record<string, string>>) =>
    plot.asAdmin((admin) =>
      admin.createTopics({
        topics: [
          {
            topic: `${plot.prefix}orders`,
            numPartitions: 8,
            configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
          },
        ],
      }),
    );

  it('are not taken where somebody else made them otherwise', async () => {
    await madeBySomebodyElse({
      ...{ 'retention.ms': '1000', 'cleanup.policy': 'compact', 'max.message.bytes': '1000' },
    });
    await expect(open()).rejects.toThrow(
      `topic ${plot.prefix}orders is in Kafka, but not as Roadbook needs it; set retention.ms=1209600000 or more, cleanup.policy=delete, message.timestamp.type=LogAppendTime, max.message.bytes=1048576 or more there`,
    );
  });

  const lossy = { 'retention.bytes': '1048576', 'unclean.leader.election.enable': 'true' };
  const fitting = { 'message.timestamp.type': 'LogAppendTime', 'retention.ms': '-1' };

  it('are not taken where they can lose what was acknowledged', async () => {
    await madeBySomebodyElse({ ...lossy, ...fitting });
    await expect(open()).rejects.toStrictEqual(
      new TopicMisfit(
        `topic ${plot.prefix}orders is in Kafka, but not as Roadbook needs it; set retention.bytes=-1, unclean.leader.election.enable=false there`,
      ),
    );
  });

  it('are not taken on fewer brokers than messages have to be on, and all that is wrong is said at once', async () => {
    await open();
    await expect(plot.open({ topics: [orders], replication: 3 })).rejects.toStrictEqual(
      new TopicMisfit(
        ['orders', 'orders.dead-letters']
          .map(
            (topic) =>
              `topic ${plot.prefix}${topic} is on 1 broker in Kafka, not on 3; reassign its partitions to 3, or set KAFKA_REPLICATION=1 if messages may be lost with a broker; and set min.insync.replicas=2 there`,
          )
          .join('\n'),
      ),
    );
  });

  it('are not made on fewer brokers than messages have to be on, and it is said why', async () => {
    await expect(plot.open({ topics: [orders], replication: 1000 })).rejects.toMatchObject({
      name: 'TopicsRefused',
      message: `Kafka does not make topic ${plot.prefix}orders and 1 more: there are fewer than 1000 brokers; start as many, or set KAFKA_REPLICATION to how many there are`,
    });
  });
});
