import type { ConnectionOptions } from 'node:tls';
import type { LoggerService } from '@nestjs/common';
import type { Clock, Delays } from '@roadbook/process';
import type { Topic } from '../topic.js';

/** How a client proves who it is. */
export interface SaslCredentials {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaMessagingOptions {
  /** Some brokers of the cluster, `host:port`; the others are found through them. */
  readonly brokers: readonly string[];
  /** Every topic that this process publishes, consumes or reads; their dead letters come with them. */
  readonly topics: readonly Topic[];
  /** How this process is called in the logs of the brokers. */
  readonly clientId: string;
  /** With TLS, as Node's options say (`ca`, `cert`, `key`), or with what Node trusts; by default without. */
  readonly tls?: ConnectionOptions | boolean;
  readonly sasl?: SaslCredentials;
  /**
   * On how many brokers each message is; 3 in production. For topics that are made. Without it none is made nor held against what it has to
   * be: for whoever looks on at what services keep there.
   */
  readonly replication?: number;
  /** What the names of all topics and groups begin with, so that several Roadbooks can share a cluster; by default nothing. */
  readonly prefix?: string;
  readonly vouching?: Vouching;
  readonly clock?: Clock;
  readonly logger?: Pick<LoggerService, 'error'>;
  /** How long a message waits that could not be taken, before it is delivered again. */
  readonly delays?: Delays;
  /** How long it waits for handlers when it stops; those that are not through then are delivered again. 10 s by default. */
  readonly drainMs?: number;
  /** Kafka refuses this process, and trying again does not help: it should end, with an exit code that is not 0. */
  readonly onFatal?: (error: unknown) => void;
}

/**
 * Headers that only services of Roadbook may set, though Kafka lets everybody publish: a seal made with the key proves that one of them did.
 * From messages without the right seal they are taken away. Without a key nothing can be proved, and they are taken away from all.
 */
export interface Vouching {
  readonly headers: readonly string[];
  /** The same for all services, at least 32 bytes. */
  readonly key?: Uint8Array;
}
