import type { Background } from '@roadbook/process';
import type { Consumption, Delivered, Messaging } from './messaging.js';

/** Who takes what is published on topics. */
export interface Consumer {
  /** Its positions, and its dead letters, are kept under it. */
  readonly name: string;
  readonly topics: readonly string[];
  take(message: Delivered): Promise<void>;
}

/** Hands a consumer its messages while a service runs. */
export class Taking implements Background {
  private consumption?: Consumption;

  /** @param note what has to be known of it although it works */
  constructor(
    private readonly messaging: Messaging,
    private readonly consumer: Consumer,
    readonly note?: string,
  ) {}

  start(): void {
    const { name, topics } = this.consumer;
    this.consumption = this.messaging.consume(name, topics, (message) =>
      this.consumer.take(message),
    );
  }

  async stop(): Promise<void> {
    await this.consumption?.stop();
  }

  /** What is wrong, for readiness; `undefined` when messages are taken. */
  trouble(): string | undefined {
    return this.consumption?.trouble();
  }
}
