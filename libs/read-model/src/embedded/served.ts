import { start } from '@roadbook/event-store';
import type { EventStore } from '@roadbook/event-store';
import { Fold } from '../fold.js';
import type { Projection } from '../projection.js';
import type { Reached } from '../row-store.js';
import type { Folder } from './folder.js';
import { Generation } from './generation.js';

/** The generation that is served, and what the pointer looked like when it was opened. */
export interface Served {
  readonly number: number;
  readonly file: string;
  readonly generation: Generation;
  readonly fold: Fold;
  readonly stamp: string;
}

/** Opens what the pointer names; `undefined` when it is nothing, or was made by other projections or from other events. */
export async function openCurrent(
  folder: Folder,
  events: EventStore,
  projections: readonly Projection[],
): Promise<Served | undefined> {
  for (;;) {
    const { stamp, current } = folder;
    if (current === undefined) return undefined;
    const file = folder.file(current);
    const generation = Generation.open(file, projections);
    const fits = generation && (await isHistoryOf(events, generation.reached));
    if (fits && folder.stamp === stamp)
      return { number: current, file, generation, fold: new Fold(generation, projections), stamp };
    generation?.close();
    if (folder.stamp === stamp) return undefined;
  }
}

/** False when the events were exchanged, restored from before, or moved to another store: positions then mean other events. */
async function isHistoryOf(events: EventStore, { position, ...last }: Reached): Promise<boolean> {
  if (position === start) return true;
  const [event] = await events.readStream(last.stream, { from: last.revision, limit: 1 });
  return event?.position === position && event.hash === last.hash;
}
