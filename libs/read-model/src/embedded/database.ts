import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';

type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;
export type Value = string | number | null;
export type Read = Value | Uint8Array;

/** How long a statement waits for another process, e.g. one that counts rows for a check. */
const busyTimeoutMs = 5_000;

/** A SQLite file: statements are prepared once, rows come as arrays. */
export class Database {
  private readonly statements = new Map<string, Statement>();

  private constructor(private readonly connection: Connection) {}

  /** @throws when there is no such file: never makes an empty one. */
  static existing(file: string): Database {
    return Database.open(file, 'rw');
  }

  static atOrNew(file: string): Database {
    return Database.open(file, 'rwc');
  }

  private static open(file: string, mode: 'rw' | 'rwc'): Database {
    const url = pathToFileURL(file);
    url.searchParams.set('mode', mode);
    return new Database(new DatabaseSync(url, { timeout: busyTimeoutMs }));
  }

  execute(sql: string): void {
    this.connection.exec(sql);
  }

  /** The number of rows that it changed. */
  run(sql: string, ...values: Value[]): number {
    return this.statement(sql).run(...values).changes;
  }

  all<Row extends readonly Read[]>(sql: string, ...values: Value[]): Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  each<Row extends readonly Read[]>(sql: string, ...values: Value[]): Iterable<Row> {
    return this.statement(sql).iterate(...values) as Iterable<Row>;
  }

  /** All of the work or nothing of it. */
  transaction(work: () => void): void {
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.connection.exec('COMMIT');
    } catch (error) {
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * The driver lets go of the file, and of its locks, only when the prepared statements were collected as garbage. So
   * nothing here relies on a closed file being free: files are deleted while they may be open, and a lock prepares nothing.
   */
  close(): void {
    this.statements.clear();
    if (this.connection.isOpen) this.connection.close();
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql, { returnArrays: true });
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
