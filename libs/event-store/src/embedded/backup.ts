import { backup } from '@photostructure/sqlite';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { storeUnavailable } from './sqlite-errors.js';
import { openReadable } from './files.js';

/** All pages in one step: the copy is of one moment, however much is written meanwhile. */
const allPages = -1;

/**
 * Copies the event store at `from` to a new file `to`, off the main thread and without holding up its writer. The copy gets
 * its name when it is whole.
 * @throws StoreUnavailable when the copy cannot be written; nothing is left behind then.
 */
export async function copyStore(from: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Error(`${to} exists already; a backup never replaces a file`);
  const unfinished = `${to}.unfinished`;
  const source = openReadable(from);
  try {
    await rm(unfinished, { force: true });
    await backup(source, unfinished, { rate: allPages });
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw storeUnavailable(error);
  } finally {
    source.close();
  }
}
