import type { FileFormat } from '@roadbook/sqlite';

/** "Road" in ASCII: marks the file as ours in its header. */
const applicationId = 0x526f6164;

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
`;

export const format: FileFormat = { name: 'an event store', applicationId, version: 1, schema };
