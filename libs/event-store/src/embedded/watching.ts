import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { pragma } from './schema.js';

const watchIntervalMs = 200;

/** Calls `onChange` when another process has committed to the file of this connection; returns what ends that. */
export function watch(db: DatabaseSyncInstance, onChange: () => void): () => void {
  let seen = pragma(db, 'data_version');
  const timer = setInterval(() => {
    const version = pragma(db, 'data_version');
    if (version === seen) return;
    seen = version;
    onChange();
  }, watchIntervalMs);
  return () => {
    clearInterval(timer);
  };
}
