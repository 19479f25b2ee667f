import { backup, DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { whatHappened } from './errors.js';

/** A database, and the file that becomes its copy and does not exist yet. */
export interface FileCopy {
  readonly from: string;
  readonly to: string;
}

/** How long it waits for whoever writes. */
const busyTimeoutMs = 5_000;
/** In one step, off the main thread. */
const allPages = -1;

/**
 * Copies databases while others go on writing to them, as they were at one moment, each a little later than the one before it in the list.
 * In that moment, some milliseconds, nobody writes to `held`: where what is said in one database gets to another only through this one, no
 * copy knows what another lacks.
 * @throws Error that names the database and says what is wrong; copies that were begun by then stay
 */
export async function copyAtOnce(copies: readonly FileCopy[], held?: string): Promise<void> {
  const sources: { db: DatabaseSyncInstance; copy: FileCopy }[] = [];
  try {
    const hold = held === undefined ? undefined : begin(held, 'BEGIN IMMEDIATE');
    try {
      for (const copy of copies) sources.push({ db: beginReading(copy.from), copy });
    } finally {
      hold?.close();
    }
    for (const { db, copy } of sources)
      await backup(db, copy.to, { rate: allPages }).catch((error: unknown) => {
        throw cannotCopy(copy.from, error);
      });
  } finally {
    for (const { db } of sources) db.close();
  }
}

/** From its first read on, a transaction sees what was there then. */
const beginReading = (path: string): DatabaseSyncInstance =>
  begin(path, 'BEGIN; SELECT 1 FROM sqlite_schema', { readOnly: true });

function begin(path: string, sql: string, options = {}): DatabaseSyncInstance {
  let db: DatabaseSyncInstance | undefined;
  try {
    db = new DatabaseSync(path, { ...options, timeout: busyTimeoutMs });
    db.exec(sql);
    return db;
  } catch (error) {
    db?.close();
    throw cannotCopy(path, error);
  }
}

const cannotCopy = (path: string, error: unknown): Error =>
  new Error(`${path} can't be copied: it ${whatHappened(error)}`, { cause: error });
