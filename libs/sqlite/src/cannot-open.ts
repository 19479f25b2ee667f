import { CannotOpenFile } from './cannot-open-file.js';
import { isSqliteError } from './errors.js';

/** What opening the file at `path` failed with, in a sentence that names it; what is no error of SQLite stays as it is. */
export const cannotOpen = (path: string, error: unknown): unknown =>
  isSqliteError(error)
    ? new CannotOpenFile(`${path} cannot be opened: ${error.message}`, { cause: error })
    : error;
