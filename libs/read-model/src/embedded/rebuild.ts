import { foldUpTo } from '../fold-up-to.js';
import { Fold } from '../fold.js';
import type { Summary } from '../summary.js';
import { alone } from './alone.js';
import { build } from './build.js';
import type { Building } from './build.js';
import { Folder, removeDatabase } from './folder.js';
import { Generation } from './generation.js';
import { refuseUnfit } from './shape.js';
import { summarize } from './summarize.js';
import { sweep } from './sweep.js';

/** What came of a rebuild, at the position where its rows were counted. */
export interface Rebuilt extends Summary {
  readonly generation: number;
}

/**
 * Builds every projection anew from the events, in a file beside the served one, and swaps it in whole. Works with the
 * service running or not: a running one goes over to the new file by itself. A crash leaves the old one serving.
 * @throws RebuildInProgress when another rebuild or check is running.
 * @throws ProjectionFailed when a projection throws; the old rows stay.
 */
export async function rebuild(building: Building): Promise<Rebuilt> {
  return swapIn(building, async (file, generation) => {
    const summary = await summarize(file, building.projections);
    await takeInTheRest(file, building);
    return { ...summary, generation };
  });
}

/** The same for a service that starts, which asks for no count: counting and hashing takes a third of the time. */
export const renew = (building: Building): Promise<void> =>
  swapIn(building, () => Promise.resolve());

async function swapIn<T>(
  building: Building,
  beforehand: (file: string, generation: number) => Promise<T>,
): Promise<T> {
  refuseUnfit(building.projections);
  const folder = new Folder(building.folder);
  return alone(folder.lock, async () => {
    sweep(folder);
    const generation = 1 + Math.max(folder.current ?? 0, ...folder.generations);
    const file = folder.file(generation);
    try {
      await build(file, building);
      const result = await beforehand(file, generation);
      folder.appoint(generation);
      return result;
    } catch (error) {
      removeDatabase(file);
      throw error;
    }
  });
}

/** Takes in what happened while rows were counted: what is swapped in must not be behind what was served. */
async function takeInTheRest(file: string, { events, projections, signal }: Building) {
  const generation = Generation.open(file, projections);
  if (generation === undefined) throw new Error(`${file} was changed while it was built`);
  try {
    await foldUpTo(events, generation, new Fold(generation, projections), { signal });
  } finally {
    generation.close();
  }
}
