import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Delivered, Message } from '../messaging.js';
import { partitionOf } from './partition-of.js';
import type { TopicInFile } from './topics.js';

/** A message with its place in the order of publication over all topics. */
export interface Entry {
  readonly position: number;
  readonly message: Delivered;
}

type Row = readonly [position: number, publishedAt: string, head: string, body: Uint8Array];
type Head = readonly [key: string, headers: Record<string, string>];

const columns = 'position, published_at, head, body';
/** Reading ends early above this, so that the largest messages still fit in memory. */
const bytesMax = 4_000_000;

/** The messages of the file, through one connection. */
export class MessageLog {
  private readonly insertion = this.query(
    'INSERT INTO messages (topic, partition, published_at, head, body) VALUES (?, ?, ?, ?, ?)',
  );
  private readonly ofTopic = this.query(
    `SELECT ${columns} FROM messages WHERE topic = ? AND position > ? ORDER BY position LIMIT ?`,
  );
  private readonly ofPartition = this.query(
    `SELECT ${columns} FROM messages
     WHERE topic = ? AND partition = ? AND position > ? ORDER BY position LIMIT ?`,
  );
  private readonly lastGiven = this.query(
    `SELECT seq FROM sqlite_sequence WHERE name = 'messages'`,
  );

  constructor(private readonly db: DatabaseSyncInstance) {}

  /** Inside of a transaction. */
  insert(topic: TopicInFile, messages: readonly Message[], publishedAt: string): void {
    for (const { key, headers, body } of messages)
      this.insertion.run(
        topic.id,
        partitionOf(key, topic.partitions),
        publishedAt,
        JSON.stringify([key, headers] satisfies Head),
        body,
      );
  }

  /** The last position that was ever given to a message; 0 when none was. */
  last(): number {
    const row = this.lastGiven.get() as [number] | undefined;
    return row?.[0] ?? 0;
  }

  inTopic(topic: TopicInFile, after: number, limit: number): Entry[] {
    return entries(topic, this.ofTopic.iterate(topic.id, after, limit));
  }

  inPartition(topic: TopicInFile, partition: number, after: number, limit: number): Entry[] {
    return entries(topic, this.ofPartition.iterate(topic.id, partition, after, limit));
  }

  private query(sql: string): StatementSyncInstance {
    return this.db.prepare(sql, { returnArrays: true });
  }
}

function entries({ name }: TopicInFile, rows: Iterable<unknown>): Entry[] {
  const read: Entry[] = [];
  let bytes = 0;
  for (const [position, publishedAt, head, body] of rows as Iterable<Row>) {
    const [key, headers] = JSON.parse(head) as Head;
    const mark = String(position);
    read.push({ position, message: { topic: name, mark, publishedAt, key, headers, body } });
    bytes += head.length + body.byteLength;
    if (bytes > bytesMax) break;
  }
  return read;
}
