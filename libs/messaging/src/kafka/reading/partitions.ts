import { BackOff } from '@roadbook/process';
import Batch from 'kafkajs/src/consumer/batch.js';
import type Cluster from 'kafkajs/src/cluster/index.js';
import { within } from '../client/deadline.js';
import type { Client } from '../client/client.js';
import { unavailable } from '../client/unavailable.js';
import type { FetchedRecord } from '../records.js';

const readCommitted = 1;
const fetchBytesMax = 4_000_000;
const fetchBytesMaxOfPartition = 1_000_000;
const tryMsMax = 5_000;
const delays = { firstMs: 50, mostMs: 1_000 };
const attemptMsMax = 15_000;

/** What was fetched of a partition, and the offset from which there may be more. */
export interface Fetched {
  readonly partition: number;
  readonly records: readonly FetchedRecord[];
  readonly next: bigint;
}

/** Which place is meant: the oldest record that is kept, what comes next, or the first one that was taken at a time or later. */
export type Bound = 'oldest' | 'end' | { readonly atMs: number };

/** Reads the partitions of topics without a consumer group, over connections of its own. */
export class Partitions {
  private readonly cluster: Cluster;
  private readonly closing = new AbortController();
  private connected?: Promise<void>;

  constructor(client: Client) {
    this.cluster = client.cluster();
  }

  /**
   * The offset of that place in each partition of the topic.
   * @throws MessagingUnavailable
   */
  offsets(topic: string, partitions: number, bound: Bound): Promise<bigint[]> {
    const all = Array.from({ length: partitions }, (_, partition) => ({ partition }));
    const place =
      typeof bound === 'object'
        ? { fromTimestamp: bound.atMs }
        : { fromBeginning: bound === 'oldest' };
    return this.trying(topic, async () => {
      const [found] = await this.cluster.fetchTopicsOffset([{ topic, partitions: all, ...place }]);
      const offsets = new Map(
        found?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]),
      );
      return all.map(({ partition }) => offsets.get(partition) ?? -1n);
    });
  }

  /**
   * Some records of each partition from its offset on. When there are none it waits for one, so long.
   * @throws MessagingUnavailable
   */
  fetch(topic: string, from: ReadonlyMap<number, bigint>, waitMs: number): Promise<Fetched[]> {
    return this.trying(topic, async () => {
      const leaders = this.cluster.findLeaderForPartitions(topic, [...from.keys()]);
      const fetched = await Promise.all(
        Object.entries(leaders).map(([nodeId, partitions]) =>
          this.fetchFrom(
            nodeId,
            topic,
            new Map(partitions.map((one) => [one, from.get(one) ?? 0n])),
            waitMs,
          ),
        ),
      );
      return fetched.flat();
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    if (!this.connected) return;
    await within(attemptMsMax, 'closing', this.cluster.disconnect()).catch(() => undefined);
  }

  private async fetchFrom(
    nodeId: string,
    topic: string,
    from: ReadonlyMap<number, bigint>,
    waitMs: number,
  ): Promise<Fetched[]> {
    const broker = await this.cluster.findBroker({ nodeId });
    const partitions = Array.from(from, ([partition, offset]) => ({
      partition,
      fetchOffset: String(offset),
      maxBytes: fetchBytesMaxOfPartition,
    }));
    const { responses } = await broker.fetch({
      maxWaitTime: waitMs,
      minBytes: 1,
      maxBytes: fetchBytesMax,
      isolationLevel: readCommitted,
      topics: [{ topic, partitions }],
    });
    return responses.flatMap((response) =>
      response.partitions.map((fetched) => {
        const offset = from.get(fetched.partition) ?? 0n;
        const batch = new Batch(topic, String(offset), fetched);
        const next = batch.rawMessages.length > 0 ? BigInt(batch.lastOffset()) + 1n : offset;
        return { partition: fetched.partition, records: batch.messages, next };
      }),
    );
  }

  /** Leaders move and connections end: after a while it is looked anew who leads, and tried again. */
  private async trying<Result>(topic: string, work: () => Promise<Result>): Promise<Result> {
    const backOff = new BackOff(delays);
    const endMs = performance.now() + tryMsMax;
    for (;;)
      try {
        return await within(attemptMsMax, 'reading', this.prepared(topic).then(work));
      } catch (error) {
        if (performance.now() > endMs || this.closing.signal.aborted) throw unavailable(error);
        await backOff.wait(this.closing.signal);
        this.connected = undefined;
        await this.cluster.refreshMetadata().catch(() => undefined);
      }
  }

  private async prepared(topic: string): Promise<void> {
    await (this.connected ??= this.cluster.connect());
    await this.cluster.addMultipleTargetTopics([topic]);
    await this.cluster.refreshMetadataIfNecessary();
  }
}
