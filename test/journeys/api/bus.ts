import { join } from 'node:path';
import { decode, encode, topics } from '@roadbook/contracts';
import type { DataOf, InputOf, MessageType } from '@roadbook/contracts';
import type { Role } from '@roadbook/decider';
import { DeadLetters } from '@roadbook/messaging/dead-letters';
import { SqliteMessaging } from '@roadbook/messaging/embedded';
import { envelopeIn, messageOf } from '@roadbook/messaging/envelope';
import type { Service } from './service.js';

/** The messages of a service, seen from another process of the same machine. */
export class Bus {
  readonly deadLetters: DeadLetters;
  private readonly messaging: SqliteMessaging;
  private published = 0;

  constructor(private readonly service: Service) {
    const path = join(service.dataFolder, 'messages.db');
    this.messaging = SqliteMessaging.open(path, { topics });
    this.deadLetters = new DeadLetters(this.messaging, service.clock);
  }

  close(): Promise<void> {
    return this.messaging.close();
  }

  /** As the door publishes what somebody in this role sends; without a role, as a broker brings it. */
  async publish<Of extends MessageType>(of: Of, data: InputOf<Of>, as?: Role): Promise<void> {
    this.published += 1;
    const { topics: places, ...encoded } = encode(of, data, {
      id: `message-${String(this.published)}`,
      source: 'urn:example:ci',
      time: this.service.clock.now(),
    });
    const message = messageOf(encoded);
    const publisher = as && { 'roadbook-actor': `a_${as}`, 'roadbook-role': as };
    for (const topic of places)
      await this.messaging.publish(topic, [
        { ...message, headers: { ...message.headers, ...publisher } },
      ]);
  }

  /** What the messages of a type say that are on its topics by now. */
  async said<Of extends MessageType>(of: Of): Promise<DataOf<Of>[]> {
    const said: unknown[] = [];
    for (const { name } of of.topics) {
      const { messages } = await this.messaging.read(name);
      for (const message of messages) {
        const received = decode(name, envelopeIn(message));
        if (received.type === of.type) said.push(received.data);
      }
    }
    return said as DataOf<Of>[];
  }
}
