import { takeLock } from '@roadbook/sqlite';
import { RebuildInProgress } from '../errors.js';

/**
 * Lets one process at a time build or clean up in a folder.
 * @throws RebuildInProgress when somebody else holds the lock.
 */
export async function alone<T>(lockFile: string, work: () => Promise<T> | T): Promise<T> {
  const lock = takeLock(lockFile);
  if (!lock)
    throw new RebuildInProgress(
      'another rebuild or check is running here; try again when it ended',
    );
  try {
    return await work();
  } finally {
    lock.close();
  }
}
