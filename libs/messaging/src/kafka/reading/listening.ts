import { BackOff } from '@roadbook/process';
import type { Delays } from '@roadbook/process';
import { within } from '../client/deadline.js';
import type { Consumption, Delivered, Handle } from '../../messaging.js';
import type { ProvisionedTopic } from '../../topic.js';
import { fetchWaitMs } from '../client/waits.js';
import type { Names } from '../names.js';
import { deliveredOf } from '../records.js';
import type { Seal } from '../seal.js';
import type { Fetched, Partitions } from './partitions.js';

/** Somebody may wait for what is heard, and each try takes seconds by itself. */
const againMsMax = 5_000;

export interface ListeningOptions {
  readonly names: Names;
  readonly seal: Seal;
  readonly delays: Delays;
  readonly drainMs: number;
  readonly onFailure: (what: string, error: unknown) => void;
}

/** A listener at work. It has no group in the cluster, so that it leaves nothing behind there. */
export class Listening implements Consumption {
  private readonly stopping = new AbortController();
  private readonly backOff: BackOff;
  private readonly ended: Promise<void>;
  private stopped?: Promise<void>;

  private constructor(
    private readonly topic: ProvisionedTopic,
    private readonly handle: Handle,
    private readonly partitions: Partitions,
    private readonly next: Map<number, bigint>,
    private readonly options: ListeningOptions,
  ) {
    const { firstMs, mostMs } = options.delays;
    this.backOff = new BackOff({
      firstMs: Math.min(firstMs, againMsMax),
      mostMs: Math.min(mostMs, againMsMax),
    });
    this.ended = this.follow();
  }

  /** @throws MessagingUnavailable */
  static async begin(
    topic: ProvisionedTopic,
    handle: Handle,
    partitions: Partitions,
    options: ListeningOptions,
  ): Promise<Listening> {
    const name = options.names.inCluster(topic.name);
    const ends = await partitions.offsets(name, topic.partitions, 'end');
    return new Listening(topic, handle, partitions, new Map(ends.entries()), options);
  }

  trouble(): string | undefined {
    return this.backOff.failures > 0 ? `${this.topic.name} could not be read` : undefined;
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    this.stopping.abort();
    const { drainMs, onFailure } = this.options;
    await within(drainMs, 'stopping', this.ended).catch((error: unknown) => {
      onFailure(`a listener to ${this.topic.name} did not end`, error);
    });
    await this.partitions.close();
  }

  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted)
      try {
        if (this.backOff.failures > 0) await this.skipWhatIsGone();
        await this.take(await this.partitions.fetch(this.name, this.next, fetchWaitMs));
        this.backOff.reset();
      } catch (error) {
        this.options.onFailure(`${this.topic.name} could not be read; it is tried again`, error);
        await this.backOff.wait(this.stopping.signal);
      }
  }

  /** What was deleted meanwhile is not waited for. */
  private async skipWhatIsGone(): Promise<void> {
    const oldest = await this.partitions.offsets(this.name, this.topic.partitions, 'oldest');
    for (const [partition, offset] of oldest.entries())
      if (offset > (this.next.get(partition) ?? 0n)) this.next.set(partition, offset);
  }

  private get name(): string {
    return this.options.names.inCluster(this.topic.name);
  }

  private async take(fetched: readonly Fetched[]): Promise<void> {
    for (const { partition, records, next } of fetched) {
      for (const record of records) {
        if (this.stopping.signal.aborted) return;
        const place = { topic: this.topic.name, partition };
        await this.tell(deliveredOf(record, place, this.options.seal));
      }
      this.next.set(partition, next);
    }
  }

  private async tell(message: Delivered): Promise<void> {
    try {
      await this.handle(message);
    } catch (error) {
      this.options.onFailure(`a listener could not take a message of ${message.topic}`, error);
    }
  }
}
