import { messageBytesMax } from '../limits.js';
import type { ProvisionedTopic } from '../topic.js';

/** Topics are in the cluster, and not as they have to be: a line for each, with what to do. Nothing was changed there. */
export class TopicMisfit extends Error {
  override readonly name = 'TopicMisfit';
}

/** A topic as it is in the cluster. */
export interface TopicThere {
  /** In the cluster. */
  readonly name: string;
  readonly wanted: Pick<ProvisionedTopic, 'partitions' | 'retentionDays'>;
  /** On how many brokers each of its partitions is. */
  readonly copies: readonly number[];
  readonly settings: ReadonlyMap<string, string>;
}

const msPerDay = 86_400_000;
/** With what Kafka adds to the largest message. */
const batchBytesMax = messageBytesMax + 128 * 1024;
const anySize = -1;

const retentionMs = (days: number): number => Math.round(days * msPerDay);

/**
 * From three copies on, what is acknowledged is on two brokers, and survives the loss of one. With fewer, asking for two would stop all
 * publishing whenever a broker is away.
 */
const inSyncMin = (copies: number): number => (copies >= 3 ? 2 : 1);

/** What a topic is made with. */
export const settingsOf = (retentionDays: number, replication: number): Record<string, string> => ({
  'cleanup.policy': 'delete',
  'retention.ms': String(retentionMs(retentionDays)),
  'retention.bytes': String(anySize),
  'message.timestamp.type': 'LogAppendTime',
  'max.message.bytes': String(batchBytesMax),
  'min.insync.replicas': String(inSyncMin(replication)),
  // Nobody who lacks what is acknowledged becomes leader.
  'unclean.leader.election.enable': 'false',
});

/** What is wrong with a topic, and what to do about it; `undefined` where nothing is. It may keep more than one that is made, not less. */
export function misfitOf(topic: TopicThere, replication: number): string | undefined {
  const { name, wanted, copies } = topic;
  if (copies.length !== wanted.partitions)
    return `topic ${name} has ${copies.length} partitions in Kafka, not ${wanted.partitions}; the number of partitions never changes: take the topic away, or set KAFKA_PREFIX to names of your own`;
  const fewest = Math.min(...copies);
  const set = [...settingsToSet(topic, replication)].join(', ');
  if (fewest < replication)
    return (
      `topic ${name} is on ${brokers(fewest)} in Kafka, not on ${replication}; ` +
      `reassign its partitions to ${replication}, or set KAFKA_REPLICATION=${fewest} if messages may be lost with a broker` +
      (set === '' ? '' : `; and set ${set} there`)
    );
  return set === ''
    ? undefined
    : `topic ${name} is in Kafka, but not as Roadbook needs it; set ${set} there`;
}

const brokers = (count: number): string => `${count} broker${count === 1 ? '' : 's'}`;

function* settingsToSet({ wanted, copies, settings }: TopicThere, replication: number) {
  const keptMs = Number(settings.get('retention.ms'));
  if (keptMs >= 0 && keptMs < retentionMs(wanted.retentionDays))
    yield `retention.ms=${retentionMs(wanted.retentionDays)} or more`;
  if (settings.get('cleanup.policy') !== 'delete') yield 'cleanup.policy=delete';
  if (settings.get('message.timestamp.type') !== 'LogAppendTime')
    yield 'message.timestamp.type=LogAppendTime';
  if (!(Number(settings.get('max.message.bytes')) >= batchBytesMax))
    yield `max.message.bytes=${batchBytesMax} or more`;
  // A busy day would push out what nobody has taken yet.
  if (Number(settings.get('retention.bytes')) !== anySize) yield `retention.bytes=${anySize}`;
  const inSync = inSyncMin(Math.max(replication, ...copies));
  if (!(Number(settings.get('min.insync.replicas')) >= inSync))
    yield `min.insync.replicas=${inSync}`;
  if (settings.get('unclean.leader.election.enable') !== 'false')
    yield 'unclean.leader.election.enable=false';
}
