import { decode, topicNamed } from '@roadbook/contracts';
import type { Received } from '@roadbook/contracts';
import { isRefusal } from '@roadbook/decider';
import type { Origin, Refusal } from '@roadbook/decider';
import { systemOrigin } from '@roadbook/decisions';
import { Poison } from '@roadbook/messaging';
import type { Consumer, Delivered } from '@roadbook/messaging';
import { envelopeIn } from '@roadbook/messaging/envelope';
import type { Clock } from '@roadbook/process';
import type { Deciding } from '../commands/deciding.js';
import type { Happening } from '../commands/happening.js';
import { calledFor } from './compose.js';

/**
 * Takes what the other services tell: each happening of the contract has its entry, each project is heard of. Ids follow from the event
 * that is told of, so that taking a message again, or out of order, changes nothing.
 */
export class Inbox implements Consumer {
  readonly name = 'knowledge-base';
  readonly topics = [topicNamed.releases.name, topicNamed.environments.name];

  constructor(
    private readonly clock: Clock,
    private readonly deciding: Pick<Deciding, 'onHappening' | 'onProject'>,
  ) {}

  /** @throws Poison for what can't be taken, however often it comes */
  async take(message: Pick<Delivered, 'topic' | 'headers' | 'body'>): Promise<void> {
    const received = decode(message.topic, envelopeIn(message));
    const outcome = await this.carryOut(received);
    if (outcome && isRefusal(outcome)) throw new Poison(sentencesOf(outcome));
  }

  private carryOut(received: Received): Promise<object> | undefined {
    if (received.type === 'roadbook.project-registered.v1') {
      const { project, name, event } = received.data;
      return this.deciding.onProject(project, name, this.origin(received, event));
    }
    const happening = calledFor(received);
    return happening && this.deciding.onHappening(happening, this.originOf(received, happening));
  }

  /** When it happened is what its reporter says, or when the other service took it: that an entry comes late changes nothing. */
  private originOf(received: Received, { tells }: Happening): Origin {
    const { occurredAt, recordedAt } = received.data as {
      readonly occurredAt?: string;
      readonly recordedAt: string;
    };
    return { ...this.origin(received, tells.event), occurredAt: occurredAt ?? recordedAt };
  }

  private origin({ type, id, correlationId }: Received, event: string): Origin {
    const because = { id: event, correlationId: correlationId ?? id };
    return systemOrigin(because, `take ${type}`, this.clock.now());
  }
}

const sentencesOf = ({ refused }: Refusal): string =>
  refused.map(({ missing }) => missing).join('; ');
