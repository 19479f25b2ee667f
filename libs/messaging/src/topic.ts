/** What a topic is, for the adapters, which are opened with all topics that there are. */
export interface Topic {
  /** Lower case, words joined by dots and dashes: `roadbook.deployments.requested`. */
  readonly name: string;
  /** What is said there, in a sentence for whoever looks it up. */
  readonly summary: string;
  /** Messages of different partitions are taken at once; those with one key are always in one. Never changes once there are messages. */
  readonly partitions?: number;
  /** How long a message is kept at least. */
  readonly retentionDays?: number;
}

/** A topic as it is provisioned, with nothing left open. */
export type ProvisionedTopic = Required<Topic>;

export const partitionsUnlessGiven = 8;
export const retentionDaysUnlessGiven = 14;
/** A dead letter waits for an operator, and is asked for when somebody misses something much later. */
export const deadLetterRetentionDays = 365;
const partitionsMax = 256;

const deadLettersSuffix = '.dead-letters';
const topicName = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
const nameLengthMax = 200;

/** The topic in which dead letters of this one are. */
export const deadLettersOf = (topic: string): string => topic + deadLettersSuffix;

export const holdsDeadLetters = (topic: string): boolean => topic.endsWith(deadLettersSuffix);

/**
 * All topics that have to be there: those that are given, and one for the dead letters of each.
 * @throws TypeError for a topic that can't be
 */
export function provisioned(topics: readonly Topic[]): ProvisionedTopic[] {
  const complete = topics.map((topic) => ({
    ...topic,
    partitions: topic.partitions ?? partitionsUnlessGiven,
    retentionDays: topic.retentionDays ?? retentionDaysUnlessGiven,
  }));
  const names = new Set<string>();
  for (const topic of complete) {
    refuseUnfit(topic);
    if (names.has(topic.name)) throw new TypeError(`topic ${topic.name} is given twice`);
    names.add(topic.name);
  }
  return complete.flatMap((topic) => [topic, deadLetterTopic(topic)]);
}

const deadLetterTopic = ({ name }: ProvisionedTopic): ProvisionedTopic => ({
  name: deadLettersOf(name),
  summary: `What a consumer of ${name} could not take, with the reason`,
  partitions: 1,
  retentionDays: deadLetterRetentionDays,
});

function refuseUnfit({ name, partitions, retentionDays }: ProvisionedTopic): void {
  if (!topicName.test(name) || name.length > nameLengthMax || holdsDeadLetters(name))
    throw new TypeError(
      `${name} can't be the name of a topic: it is words of letters in lower case and digits, joined by dots and dashes, and doesn't end in ${deadLettersSuffix}`,
    );
  if (!Number.isInteger(partitions) || partitions < 1 || partitions > partitionsMax)
    throw new TypeError(`topic ${name} has 1 to ${partitionsMax} partitions, not ${partitions}`);
  if (!(retentionDays > 0))
    throw new TypeError(`topic ${name} is kept for some days, not ${retentionDays}`);
}
