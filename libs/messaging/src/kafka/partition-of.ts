import murmur2 from 'kafkajs/src/producer/partitioners/default/murmur2.js';

/**
 * The partition of a key, as Kafka's own clients choose it: whoever publishes with the same key by another client meets the same order.
 * Never changes: messages with one key would no longer be in order.
 */
export const partitionOf = (key: string, partitions: number): number =>
  (murmur2(Buffer.from(key)) & 0x7fffffff) % partitions;
