import { isSqliteError } from './errors.js';

/** One transaction at a time. */
export interface Transactions {
  begin(): void;
  commit(): void;
  /** Ends an open transaction, if there still is one, as if it had never begun. */
  rollback(): void;
}

/** Called at a named moment of every transaction, so that a test can end the process or fail the commit right there. */
export type Failpoint = (moment: 'before-commit' | 'after-commit') => void;

/** What those hear whose write failed with the database: the error of the port that they write through. */
export interface Failures {
  /** It is certain that nothing was written. */
  readonly unavailable: (error: unknown) => Error;
  /** The COMMIT failed; `mayBeCommitted` tells whether that is certain too. */
  readonly commitFailed: (error: unknown) => Error;
}

/** How many rows one transaction takes before the next one starts. */
const transactionRowsMax = 1000;

interface Waiting {
  readonly rows: number;
  /** Writes inside the open transaction; returns what tells the waiting one how it went, once everything is committed. */
  readonly write: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits what came in during one turn of the event loop together: one wait for the disk serves them all. Nobody hears of
 * success before the commit, and a write that is refused for a reason of its own leaves the others alone.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private scheduled = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly failures: Failures,
    private readonly onCommitted: () => void,
    private readonly failpoint: Failpoint = () => undefined,
  ) {}

  /** Runs `write` in the next transaction. When it throws, it must have left nothing written behind. */
  add<T>(rows: number, write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ rows, reject, write: () => outcome(write, resolve, reject) });
      this.schedule();
    });
  }

  /** Commits everything that waits, now. */
  drain(): void {
    while (this.waiting.length > 0) this.commitGroup();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.waiting.length > 0) this.commitGroup();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commitGroup(): void {
    const group = this.takeGroup();
    const tellings = this.committed(group);
    if (!tellings) return;
    this.failpoint('after-commit');
    for (const tell of tellings) tell();
    this.onCommitted();
  }

  private takeGroup(): Waiting[] {
    let rows = 0;
    const after = this.waiting.findIndex((one) => (rows += one.rows) > transactionRowsMax);
    return this.waiting.splice(0, after === -1 ? Infinity : Math.max(after, 1));
  }

  private committed(group: readonly Waiting[]): (() => void)[] | undefined {
    let reason = this.failures.unavailable;
    try {
      this.transactions.begin();
      const tellings = group.map(({ write }) => write());
      this.failpoint('before-commit');
      reason = this.failures.commitFailed;
      this.transactions.commit();
      return tellings;
    } catch (error) {
      try {
        this.transactions.rollback();
      } finally {
        for (const { reject } of group) reject(reason(error));
      }
      return undefined;
    }
  }
}

/** A failure of the database is everybody's and is thrown; any other is the writer's own. */
function outcome<T>(
  write: () => T,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): () => void {
  try {
    const value = write();
    return () => {
      resolve(value);
    };
  } catch (error) {
    if (isSqliteError(error)) throw error;
    return () => {
      reject(error);
    };
  }
}
