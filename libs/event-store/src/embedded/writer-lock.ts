import { CannotOpenFile, takeLock } from '@roadbook/sqlite';
import type { FileLock } from '@roadbook/sqlite';

/**
 * Makes this process the only writer of the file at `path`, by a lock beside it.
 * @throws CannotOpenFile when another process, or another store of this one, writes there.
 */
export function lockForWriting(path: string): FileLock {
  const lock = takeLock(`${path}.lock`);
  if (lock) return lock;
  throw new CannotOpenFile(
    `${path} is written by another process; stop that one first, or set ROADBOOK_DATA to another folder`,
  );
}
