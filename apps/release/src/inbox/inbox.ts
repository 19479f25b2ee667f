import { decode, isReport, ownerOf, topicNamed } from '@roadbook/contracts';
import type { Report } from '@roadbook/contracts';
import type { Origin } from '@roadbook/decider';
import type { Consumer, Delivered } from '@roadbook/messaging';
import { envelopeIn } from '@roadbook/messaging/envelope';
import { derivedId } from '@roadbook/process';
import type { Clock } from '@roadbook/process';
import type { Happenings } from './happenings.js';
import { publisherOf } from './publisher.js';
import type { BusTrust, Publisher } from './publisher.js';
import { askedBy } from './reports.js';
import type { ReportsTaken } from './reports-taken.js';

/** The namespace of the ids of commands that messages lead to. */
const namespace = '4f1d3c52-9d0a-5a53-8b1f-7f6d3a0f9e64';

/**
 * A message from elsewhere → a command. Delivery is at least once, the effect once: the command's id is derived from the message's, and a
 * command whose id stands in its stream is answered from there. What the domain refuses is a dead letter with the refusal's sentences;
 * trouble of the store is passing, and the message is delivered again.
 */
export class Inbox implements Consumer {
  readonly name = 'release';
  readonly topics = [topicNamed.gates, topicNamed.deploymentsReported, topicNamed.environments].map(
    ({ name }) => name,
  );

  constructor(
    private readonly reports: ReportsTaken,
    private readonly happenings: Happenings,
    private readonly bus: BusTrust,
    private readonly clock: Clock,
  ) {}

  /** @throws Poison for what can't be taken, however often it is delivered */
  async take(message: Delivered): Promise<void> {
    const received = decode(message.topic, envelopeIn(message));
    if (!isReport(received)) return this.happenings.take(received);
    const { source } = received;
    const publisher = publisherOf(message, { source, owner: ownerOf(received) }, this.bus);
    await this.reports.take(askedBy(received), this.originOf(received, publisher));
  }

  /**
   * The publisher belongs to it: nobody takes away another's message by sending one of the same id first. It happened when the data say so,
   * else when the message came to be: a message that was held up on the way tells of nothing newer.
   */
  private originOf(
    { id, source, time, correlationId, data: { occurredAt = time } }: Report,
    { actor, role }: Publisher,
  ): Origin {
    const commandId = derivedId(namespace, JSON.stringify([actor, source, id]));
    return {
      actor,
      role,
      at: this.clock.now(),
      commandId,
      correlationId: correlationId ?? commandId,
      causationId: id,
      occurredAt,
    };
  }
}
