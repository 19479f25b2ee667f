import { BackOff } from '@roadbook/process';
import kafkajs from 'kafkajs';
import type { Admin, ITopicConfig, Kafka } from 'kafkajs';
import { messageBytesMax } from '../limits.js';
import type { ProvisionedTopic } from '../topic.js';
import { unavailable } from './client/unavailable.js';
import type { Names } from './names.js';

/** A topic is in the cluster, and not as it has to be. Nothing was changed there. */
export class TopicMisfit extends Error {
  override readonly name = 'TopicMisfit';
}

const ledMsMax = 30_000;
const ledDelays = { firstMs: 20, mostMs: 500 };
const msPerDay = 86_400_000;
/** With what Kafka adds to the largest message. */
const batchBytesMax = messageBytesMax + 128 * 1024;

interface Provisioning {
  readonly names: Names;
  /** Absent where none is to be made. */
  readonly replication?: number;
}

/**
 * Makes the topics that are not there, and looks at those that are; where none is to be made, all have to be there.
 * @throws TopicMisfit
 * @throws MessagingUnavailable
 */
export async function provisionIn(
  kafka: Kafka,
  topics: readonly ProvisionedTopic[],
  provisioning: Provisioning,
): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await provision(admin, topics, provisioning);
  } catch (error) {
    throw error instanceof TopicMisfit ? error : unavailable(error);
  } finally {
    await admin.disconnect();
  }
}

async function provision(
  admin: Admin,
  topics: readonly ProvisionedTopic[],
  provisioning: Provisioning,
): Promise<void> {
  const { names, replication } = provisioning;
  const present = new Set(await admin.listTopics());
  const isThere = ({ name }: ProvisionedTopic) => present.has(names.inCluster(name));
  const missing = topics.filter((topic) => !isThere(topic));
  if (replication === undefined) {
    refuseMissing(missing, names);
    return;
  }
  // Another service can be making the same at this moment: then they are looked at as well.
  const made = missing.length === 0 || (await make(admin, missing, { names, replication }));
  await lookAt(admin, made ? topics.filter(isThere) : topics, names);
}

function refuseMissing([first, ...others]: readonly ProvisionedTopic[], names: Names): void {
  if (!first) return;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  throw new TopicMisfit(
    `topic ${names.inCluster(first.name)}${more} can't be found in Kafka: services make their topics when they start, behind the prefix that is set for them`,
  );
}

/** False when somebody else made some of them meanwhile. */
async function make(
  admin: Admin,
  topics: readonly ProvisionedTopic[],
  { names, replication }: Required<Provisioning>,
): Promise<boolean> {
  const made = await admin.createTopics({
    // kafkajs gives up where a broker has not heard of the topic yet.
    waitForLeaders: false,
    topics: topics.map(({ name, partitions, retentionDays }): ITopicConfig => ({
      topic: names.inCluster(name),
      numPartitions: partitions,
      replicationFactor: replication,
      configEntries: Object.entries(settingsOf(retentionDays, replication)).map(
        ([setting, value]) => ({ name: setting, value }),
      ),
    })),
  });
  await untilLed(
    admin,
    topics.map(({ name }) => names.inCluster(name)),
  );
  return made;
}

async function untilLed(admin: Admin, topics: string[]): Promise<void> {
  const limit = AbortSignal.timeout(ledMsMax);
  const backOff = new BackOff(ledDelays);
  for (;;)
    try {
      await admin.fetchTopicMetadata({ topics });
      return;
    } catch (error) {
      if (limit.aborted) throw error;
      await backOff.wait(limit);
    }
}

const settingsOf = (retentionDays: number, replication: number): Record<string, string> => ({
  'cleanup.policy': 'delete',
  'retention.ms': String(retentionMs(retentionDays)),
  'message.timestamp.type': 'LogAppendTime',
  'max.message.bytes': String(batchBytesMax),
  // What is acknowledged survives the loss of a broker, and nobody who lacks it becomes leader.
  'min.insync.replicas': String(Math.max(1, replication - 1)),
  'unclean.leader.election.enable': 'false',
});

const retentionMs = (days: number): number => Math.round(days * msPerDay);

async function lookAt(
  admin: Admin,
  topics: readonly ProvisionedTopic[],
  names: Names,
): Promise<void> {
  if (topics.length === 0) return;
  const inCluster = topics.map(({ name }) => names.inCluster(name));
  const { topics: described } = await admin.fetchTopicMetadata({ topics: inCluster });
  const partitions = new Map(described.map((one) => [one.name, one.partitions.length]));
  const settings = await settingsIn(admin, inCluster);
  for (const topic of topics) {
    const name = names.inCluster(topic.name);
    refuseMisfit(name, topic, partitions.get(name) ?? 0, settings.get(name) ?? new Map());
  }
}

async function settingsIn(admin: Admin, topics: readonly string[]) {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
}

function refuseMisfit(
  name: string,
  { partitions, retentionDays }: ProvisionedTopic,
  partitionsThere: number,
  settings: ReadonlyMap<string, string>,
): void {
  if (partitionsThere !== partitions)
    throw new TopicMisfit(
      `topic ${name} has ${partitionsThere} partitions in Kafka, not ${partitions}; the number of partitions never changes`,
    );
  const keptMs = Number(settings.get('retention.ms'));
  const misfits = [
    keptMs >= 0 && keptMs < retentionMs(retentionDays)
      ? `retention.ms=${retentionMs(retentionDays)} or more`
      : undefined,
    settings.get('cleanup.policy') === 'delete' ? undefined : 'cleanup.policy=delete',
    settings.get('message.timestamp.type') === 'LogAppendTime'
      ? undefined
      : 'message.timestamp.type=LogAppendTime',
    Number(settings.get('max.message.bytes')) >= batchBytesMax
      ? undefined
      : `max.message.bytes=${batchBytesMax} or more`,
  ].filter((misfit) => misfit !== undefined);
  if (misfits.length > 0)
    throw new TopicMisfit(
      `topic ${name} is in Kafka, but not as Roadbook needs it; set ${misfits.join(', ')} there`,
    );
}
