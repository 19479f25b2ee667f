import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { isSqliteError } from './errors.js';
import { pragma } from './pragma.js';

/**
 * The first thing that is wrong with the file, as SQLite says it; `undefined` where it is whole. Looks through all of it, and into every index
 * for every row, which `quick_check` does not: half a second for 200,000 events.
 */
export function damageIn(db: DatabaseSyncInstance): string | undefined {
  try {
    const found = String(pragma(db, 'integrity_check(1)'));
    return found === 'ok' ? undefined : found.split('\n').at(-1);
  } catch (error) {
    if (isSqliteError(error)) return error.message;
    throw error;
  }
}
