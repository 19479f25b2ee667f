/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const busy = 5;
const ioError = 10;
const full = 13;
const constraint = 19;

/** The driver's errors can come from another realm, where `instanceof Error` is false; their code is theirs alone. */
export const isSqliteError = (error: unknown): error is Error & { errcode?: number } =>
  (error as { code?: unknown } | null | undefined)?.code === 'ERR_SQLITE_ERROR';

export const isBusy = (error: unknown): boolean => primaryCode(error) === busy;

export const isConstraintViolation = (error: unknown): boolean => primaryCode(error) === constraint;

/**
 * True for a COMMIT that failed because the disk did: the transaction may be whole on it all the same, and would be found there
 * after a crash. With every other error it is certain that it is not.
 */
export const mayBeCommitted = (error: unknown): boolean => primaryCode(error) === ioError;

/** What happened to a file, as the end of a sentence about it. */
export function whatHappened(error: unknown): string {
  switch (primaryCode(error)) {
    case busy:
      return 'is locked by another program';
    case full:
      return 'has no room left on its disk';
    default:
      return `failed: ${error instanceof Error || isSqliteError(error) ? error.message : String(error)}`;
  }
}

/** Extended codes carry the primary one in their lowest byte. */
const primaryCode = (error: unknown): number | undefined =>
  isSqliteError(error) && error.errcode !== undefined ? error.errcode & 0xff : undefined;
