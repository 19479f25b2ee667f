import { decode, projectRegistered, topicNamed } from '@roadbook/contracts';
import { Poison } from '@roadbook/messaging';
import type { Consumer, Delivered } from '@roadbook/messaging';
import { envelopeIn } from '@roadbook/messaging/envelope';
import type { Clock } from '@roadbook/process';
import type { Opening } from '../commands/opening.js';
import { derivableId } from './message-id.js';

/** A project that was registered in the release service is known here from now on; everything else on its topic concerns others. */
export class Inbox implements Consumer {
  readonly name = 'environment';
  readonly topics = [topicNamed.releases.name];

  constructor(
    private readonly clock: Clock,
    private readonly opening: Opening,
  ) {}

  /** @throws Poison for what can't be taken, however often it comes */
  async take(message: Delivered): Promise<void> {
    const received = decode(message.topic, envelopeIn(message));
    if (received.type !== projectRegistered.type) return;
    const id = derivableId(received);
    const { correlationId = id, data } = received;
    const refusal = await this.opening.open(data.project, { id, correlationId }, this.clock.now());
    if (refusal) throw new Poison(refusal.refused.map(({ missing }) => missing).join('; '));
  }
}
