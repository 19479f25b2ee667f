import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpenFile, takeLock } from '@roadbook/sqlite';
import type { FileLock } from '@roadbook/sqlite';

/**
 * Makes the rows in this folder those of this process until the lock is closed, or the process is gone. For who keeps events elsewhere: a
 * file of events has a lock of its own, which guards the rows beside it as well.
 * @throws CannotOpenFile when another process has them.
 */
export function holdRows(folder: string): FileLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(folder, 'read-model.process.lock'));
  if (lock) return lock;
  throw new CannotOpenFile(
    `${folder} belongs to another process that runs; stop that one first, or set ROADBOOK_DATA to another folder: each replica has its own`,
  );
}
