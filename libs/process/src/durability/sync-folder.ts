import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A new or renamed file survives a loss of power only when its folder was written too. Windows can't, and needn't. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
