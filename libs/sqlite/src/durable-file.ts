import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { existsSync } from 'node:fs';
import { CannotOpenFile } from './cannot-open-file.js';
import { cannotOpen } from './cannot-open.js';
import { createSchema, isNew, refuseForeign } from './file-format.js';
import type { FileFormat } from './file-format.js';
import { pragma } from './pragma.js';

/** How long a statement waits for another program that holds the file; this process stands still meanwhile. */
const busyTimeoutMs = 1000;
const cacheKiB = 16 * 1024;
const journalBytesMax = 64 * 1024 * 1024;
/**
 * How many pages (of 4 KiB) the write-ahead log takes before they are copied back. Every commit writes the same pages of the
 * indexes again; copying them less often gives a third more throughput than SQLite's default of 1000.
 */
const checkpointPages = 8000;
/** `PRAGMA synchronous`: every commit is on disk before it is acknowledged. */
const full = 2;

/**
 * Opens the file for reading and writing, and makes it when there is none; its folder must exist.
 * @throws CannotOpenFile when the file is foreign or from a later version, or the place can't keep anything durably.
 */
export function openDurable(path: string, format: FileFormat): DatabaseSyncInstance {
  return opened(path, {}, (db) => {
    const fresh = isNew(db);
    if (!fresh) refuseForeign(db, path, format);
    const journalMode = pragma(db, 'journal_mode = WAL');
    // macOS leaves what it syncs in the disk's own cache unless told otherwise; elsewhere this changes nothing.
    db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON');
    refuseUndurable(journalMode, pragma(db, 'synchronous'), path);
    db.exec(`PRAGMA journal_size_limit = ${journalBytesMax}`);
    db.exec(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
    if (fresh) createSchema(db, format);
  });
}

/**
 * Opens an existing file for reading, also while another process writes to it.
 * @throws CannotOpenFile when there is none, or it is foreign or from a later version.
 */
export function openReadable(path: string, format: FileFormat): DatabaseSyncInstance {
  const missing = `there is no ${format.name.replace(/^an? /, '')} at ${path}`;
  if (!existsSync(path)) throw new CannotOpenFile(missing);
  return opened(path, { readOnly: true }, (db) => {
    if (isNew(db)) throw new CannotOpenFile(missing);
    refuseForeign(db, path, format);
  });
}

/** @throws CannotOpenFile unless what was acknowledged would survive a power loss. */
export function refuseUndurable(journalMode: unknown, synchronous: unknown, path: string): void {
  if (journalMode === 'wal' && synchronous === full) return;
  throw new CannotOpenFile(
    `${path} cannot keep anything durably: journal_mode is ${String(journalMode)} instead of wal, ` +
      `or synchronous ${String(synchronous)} instead of ${full}; keep it on a local disk`,
  );
}

function opened(
  path: string,
  options: { readonly readOnly?: boolean },
  prepare: (db: DatabaseSyncInstance) => void,
): DatabaseSyncInstance {
  let db: DatabaseSyncInstance | undefined;
  try {
    db = new DatabaseSync(path, { ...options, timeout: busyTimeoutMs });
    db.exec(`PRAGMA cache_size = -${cacheKiB}`);
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw cannotOpen(path, error);
  }
}
