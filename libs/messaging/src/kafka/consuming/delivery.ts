import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Delivered } from '../../messaging.js';
import { Poison } from '../../poison.js';
import { deliveredOf } from '../records.js';
import { Commits } from './commits.js';
import type { Consumer, ConsumingOptions } from './consumer.js';
import { Waiting } from './waiting.js';

/** Commits at least that often while a batch takes long, so that less is delivered again after a crash. */
const commitEveryMs = 1_000;
export const heartbeatMs = 1_000;

/**
 * Hands batches to a consumer, message by message. Nothing of what its handler throws leaves here, because kafkajs would stop for good, or
 * try again for ever: a poisonous message is buried, and any other failure pauses its partition for a while. What is not resolved is where
 * the partition goes on.
 */
export class Delivery {
  readonly waiting: Waiting;
  private readonly commits = new Commits();
  private stopping = false;
  private gotFurtherAt = performance.now();

  constructor(
    private readonly consumer: Consumer,
    private readonly options: ConsumingOptions,
  ) {
    this.waiting = new Waiting(options.delays);
  }

  /** For how long nothing was heard of Kafka, and no message taken. */
  get stillForMs(): number {
    return performance.now() - this.gotFurtherAt;
  }

  gotFurther(): void {
    this.gotFurtherAt = performance.now();
  }

  /** No further message is handed over. */
  stop(): void {
    this.stopping = true;
    this.waiting.stop();
  }

  /** Partitions were dealt anew; these are now this consumer's. */
  dealt(partitions: Readonly<Record<string, readonly number[]>>): void {
    this.commits.forget();
    this.waiting.keep((topic, partition) => partitions[topic]?.includes(partition) ?? false);
  }

  async take(payload: EachBatchPayload): Promise<void> {
    // Also while one message takes long; that the group is dealt anew is met again by the heartbeat after it.
    const beating = setInterval(() => void payload.heartbeat().catch(ignore), heartbeatMs);
    try {
      await this.takeEach(payload);
    } finally {
      clearInterval(beating);
      await this.commit(payload);
    }
  }

  private async takeEach(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    let committedAt = performance.now();
    for (const record of messages) {
      if (this.stopping || !payload.isRunning()) return;
      if (!(await this.takeOne(topic, partition, record))) {
        this.waiting.pause(topic, partition, payload.pause());
        return;
      }
      payload.resolveOffset(record.offset);
      this.commits.taken(topic, partition, record.offset);
      this.waiting.passed(topic, partition);
      this.gotFurther();
      await payload.heartbeat();
      if (performance.now() - committedAt < commitEveryMs) continue;
      await this.commit(payload);
      committedAt = performance.now();
    }
  }

  private commit(payload: EachBatchPayload): Promise<void> {
    return this.commits.flush((offsets) => payload.commitOffsetsIfNecessary(offsets));
  }

  /** Whether the message was taken, or is a dead letter. */
  private async takeOne(
    inCluster: string,
    partition: number,
    record: KafkaMessage,
  ): Promise<boolean> {
    const { names, seal } = this.options;
    const topic = names.here(inCluster);
    try {
      await this.handOver(deliveredOf(record, { topic, partition }, seal));
      return true;
    } catch (error) {
      this.options.onFailure(
        `${this.consumer.name} could not take a message of ${topic}; it is delivered again`,
        error,
      );
      return false;
    }
  }

  private async handOver(message: Delivered): Promise<void> {
    try {
      await this.consumer.handle(message);
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      await this.consumer.bury(message, error.reason);
    }
  }
}

const ignore = (): void => undefined;
