import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { join } from 'node:path';

export interface Row {
  readonly project: string;
  readonly version: string;
  readonly reason: string;
}

/** Where a bare server keeps its rows. */
export const rowsFile = (dataFolder: string): string => join(dataFolder, 'rows.db');

/** A table as bare as can be, as durable as the event store, and with its checkpoint interval. */
export class Rows {
  private readonly db: DatabaseSyncInstance;
  private readonly insertion;

  constructor(dataFolder: string) {
    this.db = new DatabaseSync(rowsFile(dataFolder));
    this.db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA wal_autocheckpoint = 8000;
      CREATE TABLE IF NOT EXISTS rows (
        id INTEGER PRIMARY KEY, project TEXT NOT NULL, version TEXT NOT NULL, reason TEXT NOT NULL
      ) STRICT`);
    this.insertion = this.db.prepare(
      'INSERT INTO rows (project, version, reason) VALUES (?, ?, ?)',
    );
  }

  /** Inserts one row; outside of a transaction it is one of its own. */
  insert({ project, version, reason }: Row): number {
    return Number(this.insertion.run(project, version, reason).lastInsertRowid);
  }

  begin(): void {
    this.db.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.db.exec('COMMIT');
  }
}
