import type { Checked, CheckedProjection } from '../check.js';
import { NothingToCheck } from '../errors.js';
import { alone } from './alone.js';
import { build } from './build.js';
import type { Building } from './build.js';
import { compare } from './compare.js';
import { Folder, removeDatabase } from './folder.js';
import { Generation } from './generation.js';
import { refuseUnfit } from './shape.js';
import { Snapshot } from './snapshot.js';

/**
 * Builds every projection beside the served ones, up to exactly the position of these, and compares them row by row.
 * Changes nothing, and works with the service running or not.
 * @throws NothingToCheck when nothing is served, or it was made by other projections or from other events.
 * @throws RebuildInProgress when another rebuild or check is running.
 */
export async function check(building: Building): Promise<Checked> {
  refuseUnfit(building.projections);
  const folder = new Folder(building.folder);
  return alone(folder.lock, async () => {
    const served = new Snapshot(servedFile(folder, building));
    try {
      removeDatabase(folder.beside);
      await build(folder.beside, building, served.position);
      return await compareAll(building, served, folder.beside);
    } finally {
      served.close();
      removeDatabase(folder.beside);
    }
  });
}

function servedFile(folder: Folder, { projections }: Building): string {
  const { current } = folder;
  if (current === undefined)
    throw new NothingToCheck('nothing is served yet: start the service, or rebuild');
  const generation = Generation.open(folder.file(current), projections);
  if (generation === undefined)
    throw new NothingToCheck('what is served was made by other projections than these: rebuild');
  generation.close();
  return folder.file(current);
}

async function compareAll(
  { projections }: Building,
  served: Snapshot,
  file: string,
): Promise<Checked> {
  const rebuilt = new Snapshot(file);
  try {
    if (rebuilt.position !== served.position)
      throw new NothingToCheck(
        `the events end at position ${String(rebuilt.position)}, what is served at ${String(served.position)}: it was made from other events; rebuild`,
      );
    const checked: CheckedProjection[] = [];
    for (const projection of projections) checked.push(await compare(projection, served, rebuilt));
    return {
      position: served.position,
      differ: checked.some(({ differ }) => differ),
      projections: checked,
    };
  } finally {
    rebuilt.close();
  }
}
