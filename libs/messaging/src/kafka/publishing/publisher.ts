import type { Message } from '../../messaging.js';
import type { ProvisionedTopic } from '../../topic.js';
import type { Names } from '../names.js';
import { Order } from '../order.js';
import { partitionOf } from '../partition-of.js';
import { recordOf } from '../records.js';
import type { KafkaRecord } from '../records.js';
import type { Seal } from '../seal.js';
import { Lane } from './lane.js';
import type { Producers } from './producers.js';

/** Publishes to the partition of each key. */
export class Publisher {
  private readonly lanes = new Map<string, Lane>();
  private readonly order = new Order();

  constructor(
    private readonly producers: Producers,
    private readonly names: Names,
    private readonly seal: Seal,
  ) {}

  /** @throws MessagingUnavailable */
  async publish(topic: ProvisionedTopic, messages: readonly Message[]): Promise<void> {
    const byPartition = new Map<number, KafkaRecord[]>();
    for (const message of messages) {
      const partition = partitionOf(message.key, topic.partitions);
      const records = byPartition.get(partition) ?? [];
      byPartition.set(partition, records);
      records.push(recordOf(this.seal.put(topic.name, message), this.order.next()));
    }
    // One after the other: what comes first is taken first, also where keys differ.
    for (const [partition, records] of byPartition)
      await this.lane(topic.name, partition).publish(records);
  }

  /** Resolves when nothing is on the way. */
  async idle(): Promise<void> {
    await Promise.all(Array.from(this.lanes.values(), (lane) => lane.idle()));
  }

  private lane(topic: string, partition: number): Lane {
    const key = `${topic}/${partition}`;
    let lane = this.lanes.get(key);
    if (!lane) {
      const name = this.names.inCluster(topic);
      lane = new Lane((records) => this.producers.send(name, partition, records));
      this.lanes.set(key, lane);
    }
    return lane;
  }
}
