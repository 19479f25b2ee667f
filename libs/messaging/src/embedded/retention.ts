import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Clock } from '@roadbook/process';
import type { TopicInFile, Topics } from './topics.js';

const everyMs = 60 * 60 * 1000;
const msPerDay = 24 * 60 * 60 * 1000;
/** Deleted at once; others have a turn in between. */
const messagesAtOnce = 500;

export interface RetentionOptions {
  readonly clock: Clock;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** Deletes what is older than its topic keeps it, unless a consumer that is known has not taken it yet. */
export class Retention {
  private readonly oldAndTaken = this.db.prepare(
    `SELECT max(position) FROM (
       SELECT position, published_at FROM messages
       WHERE topic = ?1 AND partition = ?2 AND position <= coalesce(
         (SELECT min(position) FROM positions WHERE topic = ?1 AND partition = ?2), 9e18)
       ORDER BY position LIMIT ${messagesAtOnce})
     WHERE published_at < ?3`,
    { returnArrays: true },
  );
  private readonly deletion = this.db.prepare(
    'DELETE FROM messages WHERE topic = ? AND partition = ? AND position <= ?',
  );
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DatabaseSyncInstance,
    private readonly topics: Topics,
    private readonly options: RetentionOptions,
  ) {}

  start(): void {
    this.running = this.keepTidy();
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    return this.running;
  }

  /** Deletes everything that may go now. */
  async tidy(): Promise<void> {
    for (const topic of this.topics.all())
      for (let partition = 0; partition < topic.partitions; partition++) {
        do await turnOfTheLoop();
        while (!this.stopped && this.deleteSome(topic, partition));
      }
  }

  private async keepTidy(): Promise<void> {
    try {
      await this.tidy();
    } catch (error) {
      this.options.onFailure('old messages could not be deleted; it is tried again', error);
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.start();
    }, everyMs).unref();
  }

  private deleteSome({ id, retentionDays }: TopicInFile, partition: number): boolean {
    const nowMs = Date.parse(this.options.clock.now());
    const oldest = new Date(nowMs - retentionDays * msPerDay).toISOString();
    const [upTo] = this.oldAndTaken.get(id, partition, oldest) as [number | null];
    return upTo !== null && this.deletion.run(id, partition, upTo).changes > 0;
  }
}
