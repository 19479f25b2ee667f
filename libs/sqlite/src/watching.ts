import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { pragma } from './pragma.js';

const watchIntervalMs = 200;

/**
 * Calls `onChange` when another connection has committed to the file of this one; returns what ends that.
 * @param intervalMs how often it looks; a look costs some microseconds
 */
export function watch(
  db: DatabaseSyncInstance,
  onChange: () => void,
  intervalMs = watchIntervalMs,
): () => void {
  let seen = pragma(db, 'data_version');
  const timer = setInterval(() => {
    const version = pragma(db, 'data_version');
    if (version === seen) return;
    seen = version;
    onChange();
  }, intervalMs);
  return () => {
    clearInterval(timer);
  };
}
