import type { Kafka, Producer } from 'kafkajs';
import { within } from '../client/deadline.js';
import { unavailable } from '../client/unavailable.js';
import type { KafkaRecord } from '../records.js';

/** kafkajs can keep a connection that is dead, and fail for ever: after so many failures in a row it gets another producer. */
export const failuresMax = 3;
const sendMsMax = 30_000;
const disconnectMsMax = 5_000;

/** The producer at work, and another one when it does not recover. */
export class Producers {
  private current?: Promise<Producer>;
  private failures = 0;

  constructor(private readonly kafka: Kafka) {}

  /** @throws MessagingUnavailable */
  async connect(): Promise<void> {
    await this.using(() => Promise.resolve());
  }

  /**
   * Resolves when all replicas in sync have the records, which are of one partition.
   * @throws MessagingUnavailable when they may not have been taken
   */
  async send(topic: string, partition: number, records: readonly KafkaRecord[]): Promise<void> {
    const messages = records.map((record) => ({ ...record, partition }));
    await this.using((producer) => producer.send({ topic, messages, acks: -1 }));
  }

  async disconnect(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    const disconnected = current?.then((producer) => producer.disconnect());
    await within(disconnectMsMax, 'disconnecting', disconnected ?? Promise.resolve()).catch(
      () => undefined,
    );
  }

  private async using(work: (producer: Producer) => Promise<unknown>): Promise<void> {
    const current = (this.current ??= this.connected());
    try {
      await within(sendMsMax, 'Kafka', current.then(work));
      if (this.current === current) this.failures = 0;
    } catch (error) {
      if (this.current === current) await this.failed();
      throw unavailable(error);
    }
  }

  private async failed(): Promise<void> {
    this.failures += 1;
    if (this.failures < failuresMax) return;
    this.failures = 0;
    // Whatever it still has on the way must not come after what its successor sends.
    await this.disconnect();
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      // One after the other: a batch that is sent again must not come behind its successor.
      maxInFlightRequests: 1,
      idempotent: false,
      // A leader that moved is found; what is away for longer is tried again by whoever publishes.
      retry: { retries: 3 },
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition ?? 0,
    });
    await producer.connect();
    return producer;
  }
}
