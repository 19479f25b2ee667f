import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CannotOpenStore } from './cannot-open-store.js';
import { isBusy, isSqliteError } from './sqlite-errors.js';

export interface WriterLock {
  close(): void;
}

/**
 * Makes this process the only writer of the file at `path`. The lock is an exclusive transaction on an empty file beside it
 * that never ends: the operating system takes it back when the process dies, however it dies, and nothing has to be cleaned up.
 * @throws CannotOpenStore when another process, or another store of this one, writes there.
 */
export function lockForWriting(path: string): WriterLock {
  let lock: DatabaseSyncInstance | undefined;
  try {
    lock = new DatabaseSync(`${path}.lock`);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (!isSqliteError(error)) throw error;
    throw new CannotOpenStore(
      isBusy(error)
        ? `${path} is written by another process; stop that one first, or set ROADBOOK_DATA to another folder`
        : `${path}.lock cannot be opened: ${error.message}`,
      { cause: error },
    );
  }
  return lock;
}
