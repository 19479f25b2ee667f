import { decode, projectRegistered } from '@roadbook/contracts';
import { Poison } from '@roadbook/messaging';
import type { Delivered } from '@roadbook/messaging';
import { envelopeIn } from '@roadbook/messaging/envelope';
import type { Clock } from '@roadbook/process';
import type { Opening } from '../commands/opening.js';
import { derivableId } from './message-id.js';

/** A project that was registered in the release service is known here from now on; everything else on its topic concerns others. */
export async function registered(
  message: Delivered,
  { opening, clock }: { readonly opening: Opening; readonly clock: Clock },
): Promise<void> {
  const received = decode(message.topic, envelopeIn(message));
  if (received.type !== projectRegistered.type) return;
  const id = derivableId(received);
  const { correlationId = id, data } = received;
  const refusal = await opening.open(data.project, { id, correlationId }, clock.now());
  if (refusal) throw new Poison(refusal.refused.map(({ missing }) => missing).join('; '));
}
