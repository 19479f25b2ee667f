import { removeDatabase } from './folder.js';
import type { Folder } from './folder.js';

/** Deletes generations that were replaced, and what a crash left half built. Only who builds here `alone` may do so. */
export function sweep(folder: Folder): void {
  const { current } = folder;
  for (const generation of folder.generations)
    if (generation !== current) removeDatabase(folder.file(generation));
  removeDatabase(folder.beside);
}
