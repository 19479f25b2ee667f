import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { pragma } from './pragma.js';

const watchIntervalMs = 200;

/**
 * Calls `onChange` when another connection has committed to the file of this one, and when that can't be told: whoever looks then finds
 * out what is wrong. Returns what ends that.
 * @param intervalMs how often it looks; a look costs some microseconds
 */
export function watch(
  db: DatabaseSyncInstance,
  onChange: () => void,
  intervalMs = watchIntervalMs,
): () => void {
  let seen = versionOf(db);
  const timer = setInterval(() => {
    const version = versionOf(db);
    if (version === seen && version !== undefined) return;
    seen = version;
    onChange();
  }, intervalMs);
  return () => {
    clearInterval(timer);
  };
}

function versionOf(db: DatabaseSyncInstance): unknown {
  try {
    return pragma(db, 'data_version');
  } catch {
    return undefined;
  }
}
