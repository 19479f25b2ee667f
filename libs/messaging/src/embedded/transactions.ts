import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Transactions } from '@roadbook/sqlite';

/** Writing transactions of one connection. */
export class ImmediateTransactions implements Transactions {
  constructor(private readonly db: DatabaseSyncInstance) {}

  begin(): void {
    this.db.exec('BEGIN IMMEDIATE');
  }

  commit(): void {
    this.db.exec('COMMIT');
  }

  rollback(): void {
    // A full disk or a failed one can have ended the transaction already.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }

  /** All of the work or nothing of it. */
  run<T>(work: () => T): T {
    this.begin();
    try {
      const result = work();
      this.commit();
      return result;
    } catch (error) {
      this.rollback();
      throw error;
    }
  }
}
