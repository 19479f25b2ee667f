import { topicNamed } from '@roadbook/contracts';
import type { Consumption, Messaging } from '@roadbook/messaging';
import type { Inbox } from './inbox.js';

/** The name under which positions and dead letters of the release service are kept. */
const consumer = 'release';

export const consumedTopics: readonly string[] = [
  topicNamed.gates,
  topicNamed.deploymentsReported,
  topicNamed.environments,
].map(({ name }) => name);

/** Hands what is published elsewhere to the inbox, while the service runs. */
export class Consumer {
  private consumption?: Consumption;

  /** @param note what has to be known of it although it works */
  constructor(
    private readonly messaging: Messaging,
    private readonly inbox: Inbox,
    readonly note?: string,
  ) {}

  start(): void {
    this.consumption = this.messaging.consume(consumer, consumedTopics, (message) =>
      this.inbox.take(message),
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
