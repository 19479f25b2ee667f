import { Broker } from './broker.mjs';
import { canRunJars } from './jars.mjs';

/**
 * A Kafka on this machine: in a container where Docker has one, else from its jars.
 * @returns {Promise<{ readonly address: string; readonly remove: () => Promise<unknown> }>}
 * @throws Error with why there is none
 */
export async function anyKafka() {
  const contained = await inContainer();
  if (contained) return contained;
  if (await canRunJars()) return Broker.start();
  throw new Error(
    'there is no Kafka: set KAFKA_BROKERS to the addresses of one, start Docker, or install Java and Maven',
  );
}

async function inContainer() {
  try {
    // Only here, because it takes a second to load.
    const { startContainer } = await import('./container.mjs');
    return await startContainer();
  } catch {
    return undefined;
  }
}
