import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { cannotOpen } from './cannot-open.js';
import { isBusy } from './errors.js';

export interface FileLock {
  close(): void;
}

/**
 * Takes the lock at `path` for one holder of all processes, or gives `undefined` when somebody has it. It is an exclusive transaction on
 * an empty file that never ends: the operating system takes it back when the process dies, however it dies, and nothing has to be
 * cleaned up.
 * @throws CannotOpenFile when there can be no file at `path`.
 */
export function takeLock(path: string): FileLock | undefined {
  let lock: DatabaseSyncInstance | undefined;
  try {
    lock = new DatabaseSync(path);
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (isBusy(error)) return undefined;
    throw cannotOpen(path, error);
  }
}
