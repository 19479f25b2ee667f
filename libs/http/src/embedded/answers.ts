import { DatabaseSync } from '@photostructure/sqlite';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { cannotOpen } from '@roadbook/sqlite';
import type { StoredAnswer } from '../idempotency/idempotency-store.js';

export interface AnswerRow {
  /** As a `KeyedRequest` has it. */
  readonly scope: string;
  readonly fingerprint: string;
  readonly answer: StoredAnswer;
  readonly storedAtMs: number;
}

const busyTimeoutMs = 1_000;
const cacheKiB = 4 * 1024;
const journalBytesMax = 16 * 1024 * 1024;
const pageBytes = 4096;

/**
 * `id` follows the order in which answers came, so that the oldest are found without looking at the others.
 * Losing the last answers in a power loss is fine, so `synchronous` is NORMAL. Scopes are digests, so that every answer changes
 * another page: the log is merged into the file when it has grown, as each merge waits for the disk.
 */
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -${cacheKiB};
  PRAGMA journal_size_limit = ${journalBytesMax};
  PRAGMA wal_autocheckpoint = ${journalBytesMax / pageBytes};
  CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY,
    scope TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    stored_at_ms INTEGER NOT NULL
  ) STRICT`;

function opened(path: string): DatabaseSyncInstance {
  try {
    const db = new DatabaseSync(path, { timeout: busyTimeoutMs });
    db.exec(schema);
    return db;
  } catch (error) {
    throw cannotOpen(path, error);
  }
}

/** The table of answers. */
export class Answers {
  readonly #db: DatabaseSyncInstance;
  readonly #find: StatementSyncInstance;
  readonly #insert: StatementSyncInstance;
  readonly #prune: StatementSyncInstance;

  /** @throws CannotOpenFile when the file is no database, or there can be none at `path`. */
  constructor(path: string) {
    this.#db = opened(path);
    this.#find = this.#db.prepare(
      'SELECT fingerprint, status, headers, body FROM answers WHERE scope = ? AND stored_at_ms > ?',
    );
    this.#insert = this.#db.prepare(
      'INSERT OR REPLACE INTO answers (scope, fingerprint, status, headers, body, stored_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#prune = this.#db.prepare(
      'DELETE FROM answers WHERE id IN (SELECT id FROM answers ORDER BY id LIMIT ?) AND stored_at_ms <= ?',
    );
  }

  find(scope: string, storedAfterMs: number): Omit<AnswerRow, 'storedAtMs' | 'scope'> | undefined {
    const row = this.#find.get(scope, storedAfterMs) as
      { fingerprint: string; status: number; headers: string; body: string } | undefined;
    if (!row) return undefined;
    const headers = JSON.parse(row.headers) as Record<string, string>;
    return {
      fingerprint: row.fingerprint,
      answer: { status: row.status, headers, body: row.body },
    };
  }

  /** All of them in one transaction. */
  insert(rows: Iterable<AnswerRow>): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      for (const { scope, fingerprint, answer, storedAtMs } of rows) {
        const headers = JSON.stringify(answer.headers);
        this.#insert.run(scope, fingerprint, answer.status, headers, answer.body, storedAtMs);
      }
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Deletes at most `limit` of the oldest answers that are too old; says how many. */
  prune(limit: number, storedUntilMs: number): number {
    return this.#prune.run(limit, storedUntilMs).changes;
  }

  close(): void {
    this.#db.close();
  }
}
