import type { Delays } from '@roadbook/process';
import type { Handle } from '../messaging.js';
import { Poison } from '../poison.js';
import type { MessageFile } from './message-file.js';
import type { Entry } from './message-log.js';
import type { Place } from './positions.js';
import { Tail } from './tail.js';

const messagesAtOnce = 100;

/** Delivers the messages of one partition behind a position to a consumer, in order, each until it was taken or is a dead letter. */
export function deliver(
  file: MessageFile,
  place: Place,
  from: number,
  handle: Handle,
  { delays, onFailure }: { readonly delays: Delays; readonly onFailure: (error: unknown) => void },
): Tail {
  const { topic, partition } = place;
  const take = async (entry: Entry): Promise<void> => {
    try {
      await handle(entry.message);
      file.acknowledgements.keep(place, entry.position);
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
      await file.bury(place, entry, error.reason);
    }
  };
  const behind = (position: number) =>
    file.read(() => file.log.inPartition(topic, partition, position, messagesAtOnce));
  return new Tail({ bell: file.bells.of(topic), delays, behind, take, onFailure }, from);
}
