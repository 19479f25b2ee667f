import { GenericContainer, Wait } from 'testcontainers';
import { freePort } from './free-port.mjs';
import { kafkaVersion } from './jars.mjs';

const inContainer = 9092;

/**
 * A Kafka in a container.
 * @throws Error where Docker does not answer, or the image is not there and can't be fetched
 */
export async function startContainer() {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const container = await new GenericContainer(`apache/kafka:${kafkaVersion}`)
    .withExposedPorts({ container: inContainer, host: port })
    .withEnvironment(settingsFor(address))
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .start();
  return { address, remove: () => container.stop() };
}

/** @param {string} address */
const settingsFor = (address) => ({
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_LISTENERS: `PLAINTEXT://:${inContainer},CONTROLLER://:9093`,
  KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${address}`,
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
});
