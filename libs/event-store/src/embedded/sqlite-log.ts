import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { isConstraintViolation } from '@roadbook/sqlite';
import type { Transactions } from '@roadbook/sqlite';
import { EventIdTaken } from '../errors.js';
import { start } from '../events.js';
import type { Position, SealedEvent } from '../events.js';
import type { Log, Standing } from '../log.js';
import { orderSealOf } from '../seal.js';
import type { RecentEvents, Written } from './recent-events.js';

/** Where the order of everything ends, as the open transaction sees it. */
interface Tail {
  readonly position: Position;
  readonly orderSeal: string;
}

/** The writing side of the file. Positions are given here, inside the transaction: none is ever skipped and filled later. */
export class SqliteLog implements Log, Transactions {
  private tail: Tail = { position: start, orderSeal: '' };
  private written: Written[] = [];
  private readonly lastOfAll = this.query(
    'SELECT position, order_seal FROM events ORDER BY position DESC LIMIT 1',
  );
  private readonly lastOfStream = this.query(
    `SELECT position, id, revision, hash FROM events
     WHERE stream = ? ORDER BY revision DESC LIMIT 1`,
  );
  private readonly standingThere = this.query(
    `SELECT position, id, revision, hash FROM events
     WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
  );
  private readonly placeOfId = this.query('SELECT stream, revision FROM events WHERE id = ?');
  private readonly insertion = this.query(
    'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );

  constructor(
    private readonly db: DatabaseSyncInstance,
    private readonly recent: RecentEvents,
  ) {}

  begin(): void {
    this.db.exec('BEGIN IMMEDIATE');
    const [position, orderSeal] = (this.lastOfAll.get() ?? [start, '']) as [Position, string];
    this.tail = { position, orderSeal };
    this.written = [];
  }

  commit(): void {
    this.db.exec('COMMIT');
    this.recent.add(this.written);
  }

  rollback(): void {
    this.recent.forget();
    // A full disk or a failed one can have ended the transaction already.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }

  /** Runs `write` whole or not at all, inside the open transaction. */
  atomically<T>(write: () => T): T {
    const { tail } = this;
    const { length } = this.written;
    this.db.exec('SAVEPOINT one_append');
    try {
      return write();
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK TO one_append');
      this.tail = tail;
      this.written.length = length;
      throw error;
    } finally {
      if (this.db.isTransaction) this.db.exec('RELEASE one_append');
    }
  }

  last(stream: string): Standing | undefined {
    const row = this.lastOfStream.get(stream) as StandingRow | undefined;
    return row && standing(row);
  }

  standing(stream: string, revision: number, count: number): Standing[] {
    return (this.standingThere.all(stream, revision, count) as StandingRow[]).map(standing);
  }

  insert(event: SealedEvent): Standing {
    const { stream, revision, id, type, schemaVersion, recordedAt, occurredAt, hash } = event;
    const { actor, role, commandId, correlationId, causationId, json } = event;
    const position = this.tail.position + 1;
    const orderSeal = orderSealOf(this.tail.orderSeal, position, hash);
    try {
      this.insertion.run(
        ...[position, stream, revision, id, type, schemaVersion, recordedAt, occurredAt ?? null],
        ...[actor, role, commandId, correlationId, causationId ?? null, hash, orderSeal, json],
      );
    } catch (error) {
      throw this.idTaken(error, id) ?? error;
    }
    this.tail = { position, orderSeal };
    // Position first: an object that is copied and then grows is slow to make, and slow to read for everybody after.
    this.written.push({ position, ...event });
    return { position, id, revision, hash };
  }

  private idTaken(error: unknown, id: string): EventIdTaken | undefined {
    if (!isConstraintViolation(error)) return undefined;
    const place = this.placeOfId.get(id) as [stream: string, revision: number] | undefined;
    return place && new EventIdTaken(id, ...place);
  }

  private query(sql: string): StatementSyncInstance {
    return this.db.prepare(sql, { returnArrays: true });
  }
}

type StandingRow = readonly [position: Position, id: string, revision: number, hash: string];

const standing = ([position, id, revision, hash]: StandingRow): Standing => ({
  position,
  id,
  revision,
  hash,
});
