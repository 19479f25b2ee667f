import type { Delays } from '@roadbook/process';
import { takeLock } from '@roadbook/sqlite';
import type { FileLock } from '@roadbook/sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { redelivers } from '../consumer.js';
import type { Consumption, Handle } from '../messaging.js';
import type { MessageFile } from './message-file.js';
import { deliver } from './partition-delivery.js';
import type { Place } from './positions.js';
import type { Tail } from './tail.js';
import type { TopicInFile } from './topics.js';
import { ImmediateTransactions } from './transactions.js';

/** How often it is looked whether whoever works under the same name has stopped. */
const standbyMs = 200;

export interface Consumer {
  readonly name: string;
  readonly topics: readonly TopicInFile[];
  readonly handle: Handle;
}

export interface ConsumingOptions {
  readonly delays: Delays;
  readonly onFailure: (what: string, error: unknown) => void;
}

/**
 * A consumer at work. Under one name only one works at a time, in whichever process: a second one stands by, and takes over when the
 * first stops or dies.
 */
export class Consuming implements Consumption {
  private readonly stopping = new AbortController();
  private readonly started: Promise<void>;
  private deliveries: readonly { readonly topic: TopicInFile; readonly tail: Tail }[] = [];
  private lock?: FileLock;
  private failure?: string;
  private ended?: Promise<void>;

  constructor(
    private readonly file: MessageFile,
    private readonly consumer: Consumer,
    private readonly options: ConsumingOptions,
  ) {
    this.started = this.start();
  }

  trouble(): string | undefined {
    if (this.failure !== undefined) return this.failure;
    const waiting = this.deliveries.find(({ tail }) => tail.isRetrying);
    return waiting && redelivers(this.consumer.name, waiting.topic.name);
  }

  stop(): Promise<void> {
    return (this.ended ??= this.end());
  }

  private async start(): Promise<void> {
    // Whoever consumes has the consumption in hand before the first message.
    await Promise.resolve();
    while (!this.stopping.signal.aborted) {
      try {
        this.lock ??= takeLock(`${this.file.path}.${this.consumer.name}.lock`);
        if (this.lock) {
          this.deliverAll();
          this.failure = undefined;
          return;
        }
      } catch (error) {
        this.options.onFailure(`${this.consumer.name} could not start; it is tried again`, error);
        this.failure = `${this.consumer.name} could not start; it is tried again`;
      }
      const { signal } = this.stopping;
      await sleep(standbyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private deliverAll(): void {
    const { name: consumer, topics, handle } = this.consumer;
    const places = topics.flatMap((topic) =>
      Array.from({ length: topic.partitions }, (_, partition) => ({ consumer, topic, partition })),
    );
    this.introduce(places);
    const from = places.map((place) => this.file.positions.get(place));
    this.deliveries = places.map((place, index) => ({
      topic: place.topic,
      tail: deliver(this.file, place, from[index] ?? 0, handle, {
        delays: this.options.delays,
        onFailure: (error) => {
          this.options.onFailure(
            `${consumer} could not take a message of ${place.topic.name}; it is delivered again`,
            error,
          );
        },
      }),
    }));
  }

  /** From now on, what this consumer has not taken is kept. */
  private introduce(places: readonly Place[]): void {
    this.file.acknowledgements.flush();
    new ImmediateTransactions(this.file.quick).run(() => {
      for (const place of places) this.file.acknowledgements.positions.move(place, 0);
    });
  }

  private async end(): Promise<void> {
    this.stopping.abort();
    await this.started;
    await Promise.all(this.deliveries.map(({ tail }) => tail.stop()));
    this.file.acknowledgements.flush();
    this.lock?.close();
  }
}
