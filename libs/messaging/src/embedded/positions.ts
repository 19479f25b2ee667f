import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { TopicInFile } from './topics.js';

/** Up to where a consumer has taken the messages of a partition. */
export interface Place {
  readonly consumer: string;
  readonly topic: TopicInFile;
  readonly partition: number;
}

/** How far consumers have come, through one connection. */
export class Positions {
  private readonly moving = this.db.prepare(
    `INSERT INTO positions (consumer, topic, partition, position) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET position = excluded.position WHERE excluded.position > position`,
  );
  private readonly ofPlace = this.db.prepare(
    'SELECT position FROM positions WHERE consumer = ? AND topic = ? AND partition = ?',
    { returnArrays: true },
  );

  constructor(private readonly db: DatabaseSyncInstance) {}

  /** Inside of a transaction. A position behind the one that is known changes nothing. */
  move({ consumer, topic, partition }: Place, position: number): void {
    this.moving.run(consumer, topic.id, partition, position);
  }

  /** 0 for a consumer that has taken nothing yet. */
  get({ consumer, topic, partition }: Place): number {
    const row = this.ofPlace.get(consumer, topic.id, partition) as [number] | undefined;
    return row?.[0] ?? 0;
  }
}
