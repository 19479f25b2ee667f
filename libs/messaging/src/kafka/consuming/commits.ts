import type { OffsetsByTopicPartition } from 'kafkajs';

type Commit = (offsets: OffsetsByTopicPartition) => Promise<void>;

/**
 * Up to where each partition was taken and is to be committed. Partitions that end a batch at about the same time are committed by one
 * request: while one is on the way, the others gather for the next.
 */
export class Commits {
  private readonly pending = new Map<string, Map<number, string>>();
  private running?: Promise<void>;
  private following?: Promise<void>;

  /** The effect of the message at this offset is there. */
  taken(topic: string, partition: number, offset: string): void {
    const ofTopic = this.pending.get(topic) ?? new Map<number, string>();
    this.pending.set(topic, ofTopic);
    ofTopic.set(partition, String(BigInt(offset) + 1n));
  }

  /** Resolves when everything that was taken before is committed; rejects when the group has no use for it any more. */
  flush(commit: Commit): Promise<void> {
    if (!this.running) return this.run(commit);
    return (this.following ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.run(commit);
      }));
  }

  /** Partitions were dealt anew: of what was taken before, others may have taken more already. */
  forget(): void {
    this.pending.clear();
  }

  private async run(commit: Commit): Promise<void> {
    if (this.pending.size === 0) return;
    const taken = Array.from(this.pending, ([topic, partitions]) => ({
      topic,
      partitions: Array.from(partitions, ([partition, offset]) => ({ partition, offset })),
    }));
    this.running = commit({ topics: taken });
    try {
      await this.running;
      for (const { topic, partitions } of taken)
        for (const { partition, offset } of partitions) this.committed(topic, partition, offset);
    } finally {
      this.running = undefined;
    }
  }

  /** Unless more was taken meanwhile. */
  private committed(topic: string, partition: number, offset: string): void {
    const ofTopic = this.pending.get(topic);
    if (ofTopic?.get(partition) === offset) ofTopic.delete(partition);
    if (ofTopic?.size === 0) this.pending.delete(topic);
  }
}
