import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CannotOpenFile } from './cannot-open-file.js';
import { pragma } from './pragma.js';

/** What a file of ours is for, and how it is recognised. */
export interface FileFormat {
  /** With its article: `an event store`. */
  readonly name: string;
  /** Four bytes in the header of the file. */
  readonly applicationId: number;
  /** Grows when the tables change; a file of a later version is refused. */
  readonly version: number;
  /** Makes the tables. */
  readonly schema: string;
}

/** Makes the tables in a new file. Whole or not at all, and once, however many processes open it first. */
export function createSchema(db: DatabaseSyncInstance, format: FileFormat): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    if (isNew(db))
      db.exec(
        `${format.schema};
         PRAGMA application_id = ${format.applicationId};
         PRAGMA user_version = ${format.version}`,
      );
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** True for a file that nothing was ever written to. */
export const isNew = (db: DatabaseSyncInstance): boolean =>
  pragma(db, 'application_id') === 0 &&
  pragma(db, 'user_version') === 0 &&
  db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;

/** @throws CannotOpenFile when the file is another program's, or of a later version of this one. */
export function refuseForeign(
  db: DatabaseSyncInstance,
  path: string,
  { name, applicationId, version }: FileFormat,
): void {
  if (pragma(db, 'application_id') !== applicationId) {
    throw new CannotOpenFile(`${path} is a database of another program, not ${name}`);
  }
  const written = Number(pragma(db, 'user_version'));
  if (written > version) {
    throw new CannotOpenFile(
      `${path} was written by a later version of Roadbook (format ${written}, this one knows ${version}); start that version`,
    );
  }
}
