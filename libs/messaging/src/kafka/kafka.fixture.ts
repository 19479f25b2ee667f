import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import type { SASLOptions } from 'kafkajs';
import { delays, topics } from '../contract/index.js';
import { KafkaMessaging } from './kafka-messaging.js';
import type { KafkaMessagingOptions } from './options.js';

/** A part of a Kafka that nobody else uses: topics and groups with a prefix of their own. */
export class Plot {
  readonly prefix = `spec-${randomBytes(6).toString('hex')}.`;
  readonly kafka: Kafka;
  private readonly opened: KafkaMessaging[] = [];

  constructor(
    readonly brokers: readonly string[],
    private readonly as: Pick<KafkaMessagingOptions, 'tls' | 'sasl'> = {},
  ) {
    this.kafka = new Kafka({
      brokers: [...brokers],
      ssl: as.tls,
      sasl: as.sasl as SASLOptions | undefined,
      logLevel: logLevel.NOTHING,
      retry: { retries: 8 },
    });
  }

  async open(options: Partial<KafkaMessagingOptions> = {}): Promise<KafkaMessaging> {
    const messaging = await KafkaMessaging.open({
      brokers: this.brokers,
      topics,
      clientId: 'spec',
      replication: 1,
      prefix: this.prefix,
      delays,
      ...this.as,
      ...options,
    });
    this.opened.push(messaging);
    return messaging;
  }

  /** Closes what was opened, and removes its topics. */
  async clear(): Promise<void> {
    await Promise.all(this.opened.splice(0).map((one) => one.close()));
    await this.asAdmin(async (admin) => {
      const all = await admin.listTopics();
      const own = all.filter((topic) => topic.startsWith(this.prefix));
      if (own.length > 0) await admin.deleteTopics({ topics: own });
    });
  }

  async asAdmin<Result>(
    work: (admin: ReturnType<Kafka['admin']>) => Promise<Result>,
  ): Promise<Result> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

/** For each test a plot of its own, and a messaging on it; nothing is left of them afterwards. */
export function plotForEach(brokers: readonly string[]) {
  const here = {} as { plot: Plot; messaging: KafkaMessaging };
  beforeEach(async () => {
    here.plot = new Plot(brokers);
    here.messaging = await here.plot.open();
  });
  afterEach(() => here.plot.clear());
  return here;
}
