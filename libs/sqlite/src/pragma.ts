import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** The value of a pragma after setting it, or as it is. */
export function pragma(db: DatabaseSyncInstance, statement: string): unknown {
  const row = db.prepare(`PRAGMA ${statement}`).get() as Record<string, unknown> | undefined;
  return row && Object.values(row)[0];
}
