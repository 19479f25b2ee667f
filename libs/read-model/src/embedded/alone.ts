import { RebuildInProgress } from '../errors.js';
import { Database } from './database.js';
import { isBusy } from './sqlite-errors.js';

/**
 * Lets one process at a time build or clean up in a folder. It is SQLite's lock on a file of its own: the system releases
 * it when the process that holds it dies, however it dies.
 * @throws RebuildInProgress when somebody else holds it.
 */
export async function alone<T>(lockFile: string, work: () => Promise<T> | T): Promise<T> {
  const lock = Database.atOrNew(lockFile);
  try {
    take(lock);
    return await work();
  } finally {
    lock.close();
  }
}

function take(lock: Database): void {
  try {
    lock.execute('PRAGMA busy_timeout = 0');
    lock.execute('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new RebuildInProgress(
      'another rebuild or check is running here; try again when it ended',
    );
  }
}
