import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `f_type` of file systems that live in memory on Linux: tmpfs and ramfs. */
const inMemory = [0x01021994, 0x858458f6];

/**
 * Does the work with a new folder on a disk, and removes it afterwards.
 * @throws Error where temporary files are kept in memory, which would make every durable write look free
 */
export async function inNewFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-bench-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    if (inMemory.includes(statfsSync(folder).type))
      throw new Error(`${tmpdir()} is kept in memory; set TMPDIR to a folder on a disk`);
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
