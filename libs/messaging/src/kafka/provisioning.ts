import { BackOff } from '@roadbook/process';
import kafkajs from 'kafkajs';
import type { Admin, ITopicConfig, Kafka } from 'kafkajs';
import type { ProvisionedTopic } from '../topic.js';
import { unavailable } from './client/unavailable.js';
import type { Names } from './names.js';
import { misfitOf, settingsOf, TopicMisfit } from './topic-misfit.js';
import type { TopicThere } from './topic-misfit.js';
import { refusedIn, TopicsRefused } from './topics-refused.js';

const ledMsMax = 30_000;
const ledDelays = { firstMs: 20, mostMs: 500 };

interface Provisioning {
  readonly names: Names;
  /** Absent where none is to be made. */
  readonly replication?: number;
}

/**
 * Makes the topics that are not there, and looks at those that are; where none is to be made, all have to be there.
 * @throws TopicMisfit
 * @throws TopicsRefused
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
    const asItIs = error instanceof TopicMisfit || error instanceof TopicsRefused;
    throw asItIs ? error : unavailable(error);
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
  const there = await lookAt(admin, made ? topics.filter(isThere) : topics, names);
  const misfits = there.map((one) => misfitOf(one, replication)).filter((one) => one !== undefined);
  if (misfits.length > 0) throw new TopicMisfit(misfits.join('\n'));
}

function refuseMissing([first, ...others]: readonly ProvisionedTopic[], names: Names): void {
  if (!first) return;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  throw new TopicMisfit(
    `topic ${names.inCluster(first.name)}${more} can't be found in Kafka: services make their topics when they start, behind the prefix that is set for them`,
  );
}

/** False when somebody else made some of them meanwhile. @throws TopicsRefused */
async function make(
  admin: Admin,
  topics: readonly ProvisionedTopic[],
  { names, replication }: Required<Provisioning>,
): Promise<boolean> {
  const making = admin.createTopics({
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
  const made = await making.catch((error: unknown) => {
    throw refusedIn(error, replication) ?? error;
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

async function lookAt(
  admin: Admin,
  topics: readonly ProvisionedTopic[],
  names: Names,
): Promise<TopicThere[]> {
  if (topics.length === 0) return [];
  const inCluster = topics.map(({ name }) => names.inCluster(name));
  const { topics: described } = await admin.fetchTopicMetadata({ topics: inCluster });
  const partitions = new Map(described.map((one) => [one.name, one.partitions]));
  const settings = await settingsIn(admin, inCluster);
  return topics.map((wanted) => {
    const name = names.inCluster(wanted.name);
    const copies = (partitions.get(name) ?? []).map(({ replicas }) => replicas.length);
    return { name, wanted, copies, settings: settings.get(name) ?? new Map() };
  });
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
