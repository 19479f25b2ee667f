import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { GroupCommit } from '@roadbook/sqlite';
import type { Failpoint } from '@roadbook/sqlite';
import type { Appended } from '../event-store.js';
import type { Head, SealedEvent } from '../events.js';
import { appendTo } from '../log.js';
import type { RecentEvents } from './recent-events.js';
import { commitFailed, storeUnavailable } from './sqlite-errors.js';
import { SqliteLog } from './sqlite-log.js';

const failures = { unavailable: storeUnavailable, commitFailed };

/** Appends through one connection, many in a transaction. */
export class Writer {
  private readonly log: SqliteLog;
  private readonly group: GroupCommit;

  constructor(
    db: DatabaseSyncInstance,
    recent: RecentEvents,
    onCommitted: () => void,
    failpoint?: Failpoint,
  ) {
    this.log = new SqliteLog(db, recent);
    this.group = new GroupCommit(this.log, failures, onCommitted, failpoint);
  }

  append(
    stream: string,
    expected: Head | undefined,
    events: readonly SealedEvent[],
  ): Promise<Appended> {
    const append = () => appendTo(this.log, stream, expected, events);
    // A single insert is whole or nothing by itself; a savepoint for it would cost a tenth of the throughput.
    return this.group.add(
      events.length,
      events.length === 1 ? append : () => this.log.atomically(append),
    );
  }

  /** Commits what waits. */
  drain(): void {
    this.group.drain();
  }
}
