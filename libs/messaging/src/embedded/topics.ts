import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CannotOpenFile } from '@roadbook/sqlite';
import { UnknownTopic } from '../errors.js';
import type { ProvisionedTopic } from '../topic.js';
import { ImmediateTransactions } from './transactions.js';

/** A topic as the file knows it. */
export interface TopicInFile extends ProvisionedTopic {
  readonly id: number;
}

/** The topics that there are. */
export class Topics {
  private readonly byName: ReadonlyMap<string, TopicInFile>;

  constructor(topics: readonly TopicInFile[]) {
    this.byName = new Map(topics.map((topic) => [topic.name, topic]));
  }

  /** @throws UnknownTopic */
  get(name: string): TopicInFile {
    const topic = this.byName.get(name);
    if (!topic) throw new UnknownTopic(name);
    return topic;
  }

  all(): readonly TopicInFile[] {
    return [...this.byName.values()];
  }
}

/**
 * Writes down which topics there are, beside those that other processes need.
 * @throws CannotOpenFile when one of them has another number of partitions there: keys would change their partition.
 */
export function provisionIn(
  db: DatabaseSyncInstance,
  topics: readonly ProvisionedTopic[],
  path: string,
): Topics {
  const insertion = db.prepare('INSERT OR IGNORE INTO topics (name, partitions) VALUES (?, ?)');
  const inFile = db.prepare('SELECT id, partitions FROM topics WHERE name = ?');
  const provision = (topic: ProvisionedTopic): TopicInFile => {
    insertion.run(topic.name, topic.partitions);
    const { id, partitions } = inFile.get(topic.name) as { id: number; partitions: number };
    if (partitions !== topic.partitions)
      throw new CannotOpenFile(
        `topic ${topic.name} has ${partitions} partitions in ${path}, not ${topic.partitions}; the number of partitions never changes`,
      );
    return { ...topic, id };
  };
  return new Topics(new ImmediateTransactions(db).run(() => topics.map(provision)));
}
