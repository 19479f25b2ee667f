import { BackOff } from '@roadbook/process';
import type { Delays } from '@roadbook/process';

interface WaitingPartition {
  readonly topic: string;
  readonly partition: number;
  readonly backOff: BackOff;
  timer?: NodeJS.Timeout;
}

/** The partitions that are paused because a message could not be taken, each until its delay is over. */
export class Waiting {
  private readonly partitions = new Map<string, WaitingPartition>();

  constructor(private readonly delays: Delays) {}

  /** A topic of which a message waits, if any. */
  get topic(): string | undefined {
    return this.partitions.values().next().value?.topic;
  }

  /** It failed once more: waits longer than the last time, and resumes then. */
  pause(topic: string, partition: number, resume: () => void): void {
    const key = keyOf(topic, partition);
    let waiting = this.partitions.get(key);
    if (!waiting) {
      waiting = { topic, partition, backOff: new BackOff(this.delays) };
      this.partitions.set(key, waiting);
    }
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(resume, waiting.backOff.nextDelayMs());
  }

  /** It was taken. */
  passed(topic: string, partition: number): void {
    this.partitions.delete(keyOf(topic, partition));
  }

  /** Only those wait any longer that are still dealt to this consumer. */
  keep(isDealt: (topic: string, partition: number) => boolean): void {
    for (const [key, { topic, partition }] of this.partitions)
      if (!isDealt(topic, partition)) this.partitions.delete(key);
  }

  stop(): void {
    for (const { timer } of this.partitions.values()) clearTimeout(timer);
    this.partitions.clear();
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;
