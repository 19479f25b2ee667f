import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '@roadbook/event-store';
import type { Position } from '@roadbook/event-store';
import { cannotOpen } from '@roadbook/sqlite';
import { Checkpoints } from '../checkpoints.js';
import { Database } from './database.js';

/** The file of checkpoints in a folder. */
export const checkpointFileIn = (folder: string): string => join(folder, 'checkpoints.db');

/**
 * Checkpoints in a file of their own. `synchronous=NORMAL`: a killed process loses nothing; a power loss may take the
 * last positions but leaves older ones, and then consumers repeat what they do idempotently anyway. A sync for each
 * event that is handled would buy nothing.
 */
export class EmbeddedCheckpoints extends Checkpoints {
  private readonly database: Database;

  /** @throws CannotOpenFile when the file is no database, or there can be none. */
  constructor(folder: string) {
    super();
    mkdirSync(folder, { recursive: true });
    const file = checkpointFileIn(folder);
    try {
      this.database = Database.atOrNew(file);
      this.database.execute('PRAGMA journal_mode = WAL');
      this.database.execute('PRAGMA synchronous = NORMAL');
      this.database.execute(
        'CREATE TABLE IF NOT EXISTS checkpoint (consumer TEXT PRIMARY KEY NOT NULL, position INTEGER NOT NULL) STRICT',
      );
    } catch (error) {
      throw cannotOpen(file, error);
    }
  }

  override get(consumer: string): Promise<Position> {
    const sql = 'SELECT position FROM checkpoint WHERE consumer = ?';
    const [found] = this.database.all<[Position]>(sql, consumer);
    return Promise.resolve(found?.[0] ?? start);
  }

  override set(consumer: string, position: Position): Promise<void> {
    this.database.run(
      'INSERT INTO checkpoint VALUES (?, ?) ON CONFLICT (consumer) DO UPDATE SET position = max(position, excluded.position)',
      consumer,
      position,
    );
    return Promise.resolve();
  }

  /** Each would be a write to the file; a start looks through what was passed again. */
  override pass(): void {
    return;
  }

  override reachedElsewhere(): Promise<boolean> {
    return Promise.resolve(true);
  }

  close(): void {
    this.database.close();
  }
}
