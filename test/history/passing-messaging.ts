import { Messaging } from '@roadbook/messaging';
import type { Consumption, Handle, Message, MessagePage, ReadTopic } from '@roadbook/messaging';

/** Messaging that passes everything on to another one, for whoever does one thing otherwise. */
export class PassingMessaging extends Messaging {
  constructor(protected readonly messaging: Messaging) {
    super();
  }

  override publish(topic: string, messages: readonly Message[]): Promise<void> {
    return this.messaging.publish(topic, messages);
  }

  override consume(consumer: string, topics: readonly string[], handle: Handle): Consumption {
    return this.messaging.consume(consumer, topics, handle);
  }

  override listen(topic: string, handle: Handle): Promise<Consumption> {
    return this.messaging.listen(topic, handle);
  }

  override read(topic: string, options?: ReadTopic): Promise<MessagePage> {
    return this.messaging.read(topic, options);
  }

  override end(topic: string): Promise<string | undefined> {
    return this.messaging.end(topic);
  }

  override close(): Promise<void> {
    return this.messaging.close();
  }
}
