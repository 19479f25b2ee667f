import { bytesOf } from '../records.js';
import type { KafkaRecord } from '../records.js';

/** What a batch may have; a single message can have more. */
const batchBytesMax = 900_000;

export type Send = (records: KafkaRecord[]) => Promise<void>;

interface Waiting {
  readonly records: readonly KafkaRecord[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The way into one partition: one batch at a time, so that messages stay in order, and in it all that waited meanwhile. When a batch
 * fails, what waits behind it fails as well, as it would come before what is published again.
 */
export class Lane {
  private waiting: Waiting[] = [];
  private sending: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(private readonly send: Send) {}

  publish(records: readonly KafkaRecord[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ records, resolve, reject });
      if (!this.busy) this.sending = this.sendAll();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    this.busy = true;
    for (let taken = this.waiting; taken.length > 0; taken = this.waiting) {
      this.waiting = [];
      try {
        for (const batch of batches(taken.flatMap(({ records }) => records)))
          await this.send(batch);
        for (const { resolve } of taken) resolve();
      } catch (error) {
        for (const { reject } of [...taken, ...this.waiting]) reject(error);
        this.waiting = [];
      }
    }
    this.busy = false;
  }
}

function batches(records: readonly KafkaRecord[]): KafkaRecord[][] {
  const all: KafkaRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    bytes += bytesOf(record);
    if (bytes > batchBytesMax) {
      all.push([]);
      bytes = bytesOf(record);
    }
    all.at(-1)?.push(record);
  }
  return all;
}
