import type { Consumption, Handle, Message } from '@roadbook/messaging';
import { PassingMessaging } from './passing-messaging.js';

/** Counts what is published and taken, so that a run can be waited for: nothing is under way when everybody has taken all. */
export class CountedMessaging extends PassingMessaging {
  private readonly published = new Map<string, number>();
  private readonly consumers = new Map<string, { topics: readonly string[]; taken: number }>();

  /** How many messages were published, to topics that somebody consumes or not. */
  get count(): number {
    return [...this.published.values()].reduce((sum, count) => sum + count, 0);
  }

  /** True when every consumer has taken everything on its topics. */
  get quiet(): boolean {
    return [...this.consumers.values()].every(
      ({ topics, taken }) =>
        taken >= topics.reduce((sum, topic) => sum + (this.published.get(topic) ?? 0), 0),
    );
  }

  override async publish(topic: string, messages: readonly Message[]): Promise<void> {
    this.published.set(topic, (this.published.get(topic) ?? 0) + messages.length);
    await this.messaging.publish(topic, messages);
  }

  override consume(consumer: string, topics: readonly string[], handle: Handle): Consumption {
    const counted = { topics, taken: 0 };
    this.consumers.set(`${consumer} ${topics.join()}`, counted);
    return this.messaging.consume(consumer, topics, async (message) => {
      await handle(message);
      counted.taken += 1;
    });
  }
}
