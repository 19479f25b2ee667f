import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CannotOpenStore } from './cannot-open-store.js';

/** "Road" in ASCII: marks the file as ours in its header. */
const applicationId = 0x526f6164;
/** Grows when the tables change; a file of a later version is refused. */
const schemaVersion = 1;

/**
 * Triggers refuse what would change history. REPLACE deletes without firing a DELETE trigger, so inserting over an event is
 * refused by a trigger of its own.
 */
const schema = `
  CREATE TABLE events (
    position       INTEGER PRIMARY KEY CHECK (position >= 0),
    stream         TEXT NOT NULL,
    revision       INTEGER NOT NULL CHECK (revision >= 0),
    id             TEXT NOT NULL UNIQUE,
    type           TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    recorded_at    TEXT NOT NULL,
    occurred_at    TEXT,
    actor          TEXT NOT NULL,
    role           TEXT NOT NULL,
    command_id     TEXT NOT NULL,
    correlation_id TEXT NOT NULL,
    causation_id   TEXT,
    hash           TEXT NOT NULL,
    order_seal     TEXT NOT NULL,
    data           TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

  CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

  CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
  WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
    OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND revision = NEW.revision)
  BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;

  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

/** Makes the tables in a new file. Whole or not at all: a crash in between leaves an empty file. */
export function createSchema(db: DatabaseSyncInstance): void {
  db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
}

/** True for a file that nothing was ever written to. */
export const isNew = (db: DatabaseSyncInstance): boolean =>
  pragma(db, 'application_id') === 0 &&
  pragma(db, 'user_version') === 0 &&
  db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;

/** @throws CannotOpenStore when the file is another program's, or of a later version of this one. */
export function refuseForeign(db: DatabaseSyncInstance, path: string): void {
  if (pragma(db, 'application_id') !== applicationId) {
    throw new CannotOpenStore(`${path} is a database of another program, not an event store`);
  }
  const version = Number(pragma(db, 'user_version'));
  if (version > schemaVersion) {
    throw new CannotOpenStore(
      `${path} was written by a later version of Roadbook (format ${version}, this one knows ${schemaVersion}); start that version`,
    );
  }
}

/** The value of a pragma after setting it, or as it is. */
export function pragma(db: DatabaseSyncInstance, statement: string): unknown {
  const row = db.prepare(`PRAGMA ${statement}`).get() as Record<string, unknown> | undefined;
  return row && Object.values(row)[0];
}
