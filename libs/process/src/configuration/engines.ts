import type { Environment } from './environment.js';
import { isPort, problemsOfEventStoreUrl } from './event-store-url.js';

/** How this process reaches Kafka. */
export interface KafkaSettings {
  /** `KAFKA_BROKERS`: some brokers of the cluster, each `host:port`. */
  readonly brokers: readonly string[];
  /** `KAFKA_TLS`, with the PEM files `KAFKA_CA_FILE`, `KAFKA_CERT_FILE` and `KAFKA_KEY_FILE` where they are set; absent without TLS. */
  readonly tls?: {
    readonly caFile?: string;
    readonly certFile?: string;
    readonly keyFile?: string;
  };
  /** `KAFKA_SASL_MECHANISM`, `KAFKA_USERNAME`, `KAFKA_PASSWORD`. */
  readonly sasl?: {
    readonly mechanism: (typeof mechanisms)[number];
    readonly username: string;
    readonly password: string;
  };
  /** `KAFKA_REPLICATION`: on how many brokers each message of a topic that is made here is. */
  readonly replication: number;
  /** `KAFKA_PREFIX`: what the names of topics and groups begin with. */
  readonly prefix?: string;
}

/** What keeps and carries things: files in the data folder, or servers that all replicas share. */
export type EngineSettings =
  | { readonly mode: 'embedded' }
  | {
      readonly mode: 'servers';
      /** `EVENTSTOREDB_URL`: the connection string, with user and password. */
      readonly eventStoreUrl: string;
      /** `EVENTSTOREDB_PREFIX`: what the names of all streams begin with. */
      readonly eventStorePrefix?: string;
      readonly kafka: KafkaSettings;
    };

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const replicationUsual = 3;
const replicationMax = 9;
const broker = /^(?:[\w.-]+|\[[\da-f:]+\]):(?<port>\d{1,5})$/i;
const prefixShape = /^[a-z\d][a-z\d.-]{0,48}$/;

const aboutKafka = [
  ...['KAFKA_TLS', 'KAFKA_CA_FILE', 'KAFKA_CERT_FILE', 'KAFKA_KEY_FILE', 'KAFKA_REPLICATION'],
  ...['KAFKA_SASL_MECHANISM', 'KAFKA_USERNAME', 'KAFKA_PASSWORD', 'KAFKA_PREFIX'],
] as const;

/**
 * Refuses one server without the other, addresses that can't be read, and settings that mean nothing or contradict each other.
 * @param development allows an event store that nobody vouches for
 */
export function readEngines(environment: Environment, development: boolean): EngineSettings {
  const eventStoreUrl = environment.text('EVENTSTOREDB_URL');
  const brokers = environment.text('KAFKA_BROKERS')?.split(',');
  if (eventStoreUrl !== undefined)
    for (const problem of problemsOfEventStoreUrl(eventStoreUrl, development))
      environment.refuse(`EVENTSTOREDB_URL ${problem}`);
  if (brokers?.some((one) => !isBroker(one.trim())))
    environment.refuse(
      'KAFKA_BROKERS must be host:port, several with commas between them, and ports from 1 to 65535',
    );
  const eventStorePrefix = readPrefix(environment, 'EVENTSTOREDB_PREFIX');
  if (eventStorePrefix !== undefined && eventStoreUrl === undefined)
    environment.refuse(
      'EVENTSTOREDB_PREFIX: means nothing without an event store: set EVENTSTOREDB_URL, or unset it',
    );
  if (brokers === undefined) refuseWithoutBrokers(environment);
  if (eventStoreUrl !== undefined && brokers !== undefined)
    return {
      ...{ mode: 'servers', eventStoreUrl, kafka: readKafka(environment, brokers) },
      ...(eventStorePrefix !== undefined && { eventStorePrefix }),
    };
  if (eventStoreUrl !== undefined) environment.refuse(missing('KAFKA_BROKERS', 'EVENTSTOREDB_URL'));
  if (brokers !== undefined) environment.refuse(missing('EVENTSTOREDB_URL', 'KAFKA_BROKERS'));
  return { mode: 'embedded' };
}

function isBroker(address: string): boolean {
  const found = broker.exec(address);
  return found !== null && isPort(found.groups?.port);
}

const missing = (name: string, set: string): string =>
  `${name} is missing: with ${set}, set it too, or neither for files in the data folder`;

function refuseWithoutBrokers(environment: Environment): void {
  const set = aboutKafka.filter((name) => environment.text(name) !== undefined);
  if (set.length > 0)
    environment.refuse(
      `${set.join(', ')}: mean nothing without a broker: set KAFKA_BROKERS, or unset them`,
    );
}

function readKafka(environment: Environment, brokers: readonly string[]): KafkaSettings {
  const prefix = readPrefix(environment, 'KAFKA_PREFIX');
  const tls = readTls(environment);
  const sasl = readSasl(environment);
  return {
    brokers: brokers.map((one) => one.trim()),
    ...(tls && { tls }),
    ...(sasl && { sasl }),
    replication: environment.integer('KAFKA_REPLICATION', {
      ...{ fallback: replicationUsual, min: 1, max: replicationMax },
    }),
    ...(prefix !== undefined && { prefix }),
  };
}

function readPrefix(environment: Environment, name: string): string | undefined {
  const prefix = environment.text(name);
  if (prefix !== undefined && !prefixShape.test(prefix))
    environment.refuse(`${name} must be lower-case letters, digits, dots and dashes, at most 49`);
  return prefix;
}

function readTls(environment: Environment): KafkaSettings['tls'] {
  const chosen = environment.choice('KAFKA_TLS', ['true', 'false']);
  const [caFile, certFile, keyFile] = (['CA', 'CERT', 'KEY'] as const).map((name) =>
    environment.text(`KAFKA_${name}_FILE`),
  );
  if ((certFile === undefined) !== (keyFile === undefined))
    environment.refuse('KAFKA_CERT_FILE and KAFKA_KEY_FILE belong together: set both, or neither');
  if (chosen === 'true')
    return {
      ...(caFile !== undefined && { caFile }),
      ...(certFile !== undefined && { certFile }),
      ...(keyFile !== undefined && { keyFile }),
    };
  const isOff = chosen === 'false' || environment.text('KAFKA_TLS') === undefined;
  if (isOff && (caFile ?? certFile ?? keyFile))
    environment.refuse(
      'KAFKA_CA_FILE, KAFKA_CERT_FILE and KAFKA_KEY_FILE mean nothing without TLS: set KAFKA_TLS=true, or unset them',
    );
  return undefined;
}

function readSasl(environment: Environment): KafkaSettings['sasl'] {
  const mechanism = environment.choice('KAFKA_SASL_MECHANISM', mechanisms);
  const [username, password] = [
    environment.text('KAFKA_USERNAME'),
    environment.text('KAFKA_PASSWORD'),
  ];
  if (mechanism !== undefined && username !== undefined && password !== undefined)
    return { mechanism, username, password };
  const set = [environment.text('KAFKA_SASL_MECHANISM'), username, password];
  if (set.includes(undefined) && set.some((one) => one !== undefined))
    environment.refuse(
      'KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD belong together: set all three, or none',
    );
  return undefined;
}
