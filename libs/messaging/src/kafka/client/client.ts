import { Kafka, logLevel } from 'kafkajs';
import type { KafkaConfig, SASLOptions } from 'kafkajs';
import Cluster from 'kafkajs/src/cluster/index.js';
import createSocketFactory from 'kafkajs/src/network/socketFactory.js';
import { registerCodecs } from '../codecs/codecs.js';
import type { KafkaMessagingOptions } from '../options.js';
import { guardIdleConnections } from './idle-guard.js';

const connectionTimeoutMs = 3_000;
const requestTimeoutMs = 10_000;
const metadataMaxAgeMs = 60_000;
const readCommitted = 1;

/** What of the options is about the connection. */
export type ConnectionSettings = Pick<
  KafkaMessagingOptions,
  'brokers' | 'clientId' | 'tls' | 'sasl'
>;

/** Makes what talks to a cluster. */
export class Client {
  readonly kafka: Kafka;
  private readonly config: KafkaConfig;

  constructor(settings: ConnectionSettings) {
    guardIdleConnections();
    registerCodecs();
    this.config = configOf(settings);
    this.kafka = new Kafka(this.config);
  }

  /** A connection of its own, to read without a consumer group. */
  cluster(): Cluster {
    return new Cluster({
      ...this.config,
      logger: this.kafka.logger(),
      socketFactory: createSocketFactory(),
      metadataMaxAge: metadataMaxAgeMs,
      isolationLevel: readCommitted,
      allowAutoTopicCreation: false,
    });
  }
}

const configOf = ({ brokers, clientId, tls, sasl }: ConnectionSettings): KafkaConfig => ({
  brokers: [...brokers],
  clientId,
  ...(tls !== undefined && { ssl: tls }),
  // Its mechanism and the rest are one type for each mechanism there.
  ...(sasl && { sasl: sasl as SASLOptions }),
  connectionTimeout: connectionTimeoutMs,
  requestTimeout: requestTimeoutMs,
  // Whoever uses it tries again by himself, and says what failed.
  retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2 },
  logLevel: logLevel.NOTHING,
});
