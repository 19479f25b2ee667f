import type { FileFormat } from '@roadbook/sqlite';

/** "RdMs" in ASCII: marks the file as ours in its header. */
const applicationId = 0x52644d73;

/**
 * `position` is the order of publication over all topics. AUTOINCREMENT never gives one again, however much retention has deleted.
 * `head` is key and headers in JSON: a text of SQLite ends at its first NUL, and a key may have one.
 */
const schema = `
  CREATE TABLE topics (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    partitions INTEGER NOT NULL CHECK (partitions > 0)
  ) STRICT;

  CREATE TABLE messages (
    position     INTEGER PRIMARY KEY AUTOINCREMENT,
    topic        INTEGER NOT NULL REFERENCES topics (id),
    partition    INTEGER NOT NULL CHECK (partition >= 0),
    published_at TEXT NOT NULL,
    head         TEXT NOT NULL,
    body         BLOB NOT NULL
  ) STRICT;
  CREATE INDEX messages_of_topic ON messages (topic);
  CREATE INDEX messages_of_partition ON messages (topic, partition);

  CREATE TABLE positions (
    consumer  TEXT NOT NULL,
    topic     INTEGER NOT NULL REFERENCES topics (id),
    partition INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (consumer, topic, partition)
  ) STRICT, WITHOUT ROWID;
`;

export const format: FileFormat = { name: 'a file of messages', applicationId, version: 1, schema };
