import { SystemClock } from '@roadbook/process';
import { refuseUnfitConsumer } from '../consumer.js';
import { deadLetterMessage } from '../dead-letters/bury.js';
import { MessagingUnavailable, UnknownTopic } from '../errors.js';
import { pageLimit, refuseUnfit } from '../limits.js';
import { Messaging } from '../messaging.js';
import type {
  Consumption,
  Delivered,
  Handle,
  Message,
  MessagePage,
  ReadTopic,
} from '../messaging.js';
import { Running } from '../running.js';
import { deadLettersOf, provisioned } from '../topic.js';
import type { ProvisionedTopic } from '../topic.js';
import { Client } from './client/client.js';
import { within } from './client/deadline.js';
import { Consuming } from './consuming/consuming.js';
import { Names } from './names.js';
import type { KafkaMessagingOptions } from './options.js';
import { provisionIn } from './provisioning.js';
import { Producers } from './publishing/producers.js';
import { Publisher } from './publishing/publisher.js';
import { Listening } from './reading/listening.js';
import { Partitions } from './reading/partitions.js';
import { Reader } from './reading/reader.js';
import { Seal } from './seal.js';

/** Messages in Apache Kafka, which any number of processes on any machines may publish and take. */
export class KafkaMessaging extends Messaging {
  private readonly running = new Running();
  private readonly names: Names;
  private readonly seal: Seal;
  private readonly producers: Producers;
  private readonly publisher: Publisher;
  private readonly readPartitions: Partitions;
  private readonly reader: Reader;
  private closing?: Promise<void>;
  private closed = false;

  private constructor(
    private readonly client: Client,
    private readonly topics: ReadonlyMap<string, ProvisionedTopic>,
    private readonly options: KafkaMessagingOptions,
  ) {
    super();
    this.names = new Names(options.prefix);
    this.seal = new Seal(options.vouching);
    this.producers = new Producers(client.kafka);
    this.publisher = new Publisher(this.producers, this.names, this.seal);
    this.readPartitions = new Partitions(client);
    this.reader = new Reader(this.readPartitions, this.names, this.seal);
  }

  /**
   * Connects, makes the topics that are not there yet, and looks at those that are.
   * @throws TopicMisfit when a topic is there and not as it has to be: another number of partitions, kept too shortly, on too few brokers …;
   * or is not there and none is to be made.
   * @throws TopicsRefused when Kafka does not make a topic.
   * @throws MessagingUnavailable when Kafka can't be reached or refuses.
   */
  static async open(options: KafkaMessagingOptions): Promise<KafkaMessaging> {
    const topics = provisioned(options.topics);
    const client = new Client(options);
    const byName = new Map(topics.map((topic) => [topic.name, topic]));
    const messaging = new KafkaMessaging(client, byName, options);
    await provisionIn(client.kafka, topics, {
      names: messaging.names,
      replication: options.replication,
    });
    await messaging.producers.connect();
    return messaging;
  }

  override async publish(topic: string, messages: readonly Message[]): Promise<void> {
    if (this.closed) throw new MessagingUnavailable('messaging is closed');
    const provisionedTopic = this.topic(topic);
    refuseUnfit(topic, messages);
    if (messages.length > 0) await this.publisher.publish(provisionedTopic, messages);
  }

  override consume(consumer: string, topics: readonly string[], handle: Handle): Consumption {
    this.refuseWhenClosing();
    refuseUnfitConsumer(consumer, topics);
    const partitions = topics.map((topic) => this.topic(topic).partitions);
    const partitionsInAll = partitions.reduce((sum, some) => sum + some, 0);
    const bury = (message: Delivered, reason: string) => this.bury(consumer, message, reason);
    return this.running.keep(
      new Consuming(
        this.client.kafka,
        { name: consumer, topics, handle, bury },
        { ...this.waysOfDelivery(), partitionsInAll, onFatal: this.options.onFatal ?? ignore },
      ),
    );
  }

  override async listen(topic: string, handle: Handle): Promise<Consumption> {
    this.refuseWhenClosing();
    const provisionedTopic = this.topic(topic);
    const partitions = new Partitions(this.client);
    return this.running.keep(
      await Listening.begin(provisionedTopic, handle, partitions, this.waysOfDelivery()),
    );
  }

  override async read(topic: string, { after, limit }: ReadTopic = {}): Promise<MessagePage> {
    if (this.closed) throw new MessagingUnavailable('messaging is closed');
    return this.reader.page(this.topic(topic), after, pageLimit(limit));
  }

  override async end(topic: string): Promise<string | undefined> {
    return this.reader.end(this.topic(topic));
  }

  override close(): Promise<void> {
    return (this.closing ??= this.letGo());
  }

  private async letGo(): Promise<void> {
    await this.running.stopAll();
    this.closed = true;
    await within(this.drainMs, 'closing', this.publisher.idle()).catch((error: unknown) => {
      this.onFailure('messages that were to be published are given up', error);
    });
    await Promise.all([this.producers.disconnect(), this.readPartitions.close()]);
  }

  private async bury(consumer: string, message: Delivered, reason: string): Promise<void> {
    const diedAt = (this.options.clock ?? new SystemClock()).now();
    const letter = deadLetterMessage(message, { consumer, reason, diedAt });
    await this.publisher.publish(this.topic(deadLettersOf(message.topic)), [letter]);
  }

  private topic(name: string): ProvisionedTopic {
    const topic = this.topics.get(name);
    if (!topic) throw new UnknownTopic(name);
    return topic;
  }

  private waysOfDelivery() {
    const { names, seal, drainMs, onFailure } = this;
    const { delays = { firstMs: 100, mostMs: 30_000 } } = this.options;
    return { names, seal, delays, drainMs, onFailure };
  }

  private get drainMs(): number {
    return this.options.drainMs ?? 10_000;
  }

  private readonly onFailure = (what: string, error: unknown): void => {
    this.options.logger?.error(what, error);
  };

  private refuseWhenClosing(): void {
    if (this.closing) throw new MessagingUnavailable('messaging is closed');
  }
}

const ignore = (): void => undefined;
