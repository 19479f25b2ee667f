import { Injectable } from '@nestjs/common';
import { Messaging } from '@roadbook/messaging';
import type { Message } from '@roadbook/messaging';
import type { Addressed } from '@roadbook/messaging/envelope';
import { assertMaySay } from './assert-may-say.js';
import type { Publisher } from './assert-may-say.js';
import { messageOfReport } from './message-of-report.js';
import { reportsIn } from './reports-in.js';

/** An event that will not be lost. */
export interface Published {
  readonly id: string;
  readonly topic: string;
}

/** Takes what other teams report. */
@Injectable()
export class Publishing {
  constructor(private readonly messaging: Messaging) {}

  /**
   * Publishes all of them, or none when one is refused. Resolves when they are durable.
   * @throws Problem 400 for what does not fit its contract, 403 for what somebody else has to say
   */
  async publish(
    events: readonly Addressed[],
    publisher: Publisher,
    correlationId: string,
  ): Promise<Published[]> {
    const { actor } = publisher;
    const reports = reportsIn(events);
    const messages = reports.map((sent) => {
      const role = assertMaySay(publisher, sent);
      return { topic: sent.topic, message: messageOfReport(sent, { actor, role, correlationId }) };
    });
    const byTopic = new Map<string, Message[]>();
    for (const { topic, message } of messages)
      byTopic.set(topic, [...(byTopic.get(topic) ?? []), message]);
    for (const [topic, some] of byTopic) await this.messaging.publish(topic, some);
    return reports.map(({ envelope: { id }, topic }) => ({ id, topic }));
  }
}
