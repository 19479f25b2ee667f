import { existsSync } from 'node:fs';
import type { Position } from '@roadbook/event-store';
import { isUnusable } from '@roadbook/sqlite';
import { Folder } from './folder.js';
import { Snapshot } from './snapshot.js';

/** Up to which event the rows in this folder were made, with a service running or not; `undefined` when there are none to be read. */
export function servedPosition(path: string): Position | undefined {
  if (!existsSync(path)) return undefined;
  const folder = new Folder(path);
  const { current } = folder;
  return current === undefined ? undefined : positionIn(folder.file(current));
}

function positionIn(file: string): Position | undefined {
  try {
    const snapshot = new Snapshot(file);
    const { position } = snapshot;
    snapshot.close();
    return position;
  } catch (error) {
    if (!isUnusable(error)) throw error;
    return undefined;
  }
}
