import { randomUUID } from 'node:crypto';
import { topicNamed } from '@roadbook/contracts';
import { partitionsUnlessGiven } from '@roadbook/messaging';
import { KafkaMessaging } from '@roadbook/messaging/kafka';
import { Kafka, logLevel } from 'kafkajs';

export const gates = topicNamed.gates;

/** Gets ready to take every message of the topic; what it comes to begins, and does nothing with a message but call `taken`. */
export type Take = (
  brokers: readonly string[],
  prefix: string,
) => Promise<(taken: () => void) => unknown>;

export const openAt = (brokers: readonly string[], prefix: string): Promise<KafkaMessaging> =>
  KafkaMessaging.open({ brokers, prefix, topics: [gates], clientId: 'bench', replication: 1 });

/** By the messaging port: each message is a call, and acknowledged when it resolves. */
const byThePort: Take = async (brokers, prefix) => {
  const messaging = await openAt(brokers, prefix);
  return (taken) =>
    messaging.consume(`bench-${randomUUID()}`, [gates.name], () => {
      taken();
      return Promise.resolve();
    });
};

/** The least that kafkajs can do: it goes through its batches, and commits as it likes. */
const bare: Take = async (brokers, prefix) => {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [prefix + gates.name], fromBeginning: true });
  return (taken) =>
    consumer.run({
      partitionsConsumedConcurrently: partitionsUnlessGiven,
      eachBatch: ({ batch }) => {
        batch.messages.forEach(taken);
        return Promise.resolve();
      },
    });
};

export const ways = { port: byThePort, bare };
export type Way = keyof typeof ways;
