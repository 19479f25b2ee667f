/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const anyError = 1;
const busy = 5;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const tooBig = 18;
const constraint = 19;
const notADatabase = 26;

/** The driver's errors can come from another realm, where `instanceof Error` is false; their code is theirs alone. */
export const isSqliteError = (error: unknown): error is Error & { errcode?: number } =>
  codeOf(error) === 'ERR_SQLITE_ERROR';

export const isBusy = (error: unknown): boolean => primaryCode(error) === busy;

export const isConstraintViolation = (error: unknown): boolean => primaryCode(error) === constraint;

/** No such file, or nothing in it that could be used. */
export const isUnusable = (error: unknown): boolean =>
  [anyError, corrupt, cannotOpen, notADatabase].some((code) => primaryCode(error) === code);

/** The row is at fault, not the database: it would be refused again. */
export const refusesRow = (error: unknown): boolean =>
  [tooBig, constraint].some((code) => primaryCode(error) === code) ||
  codeOf(error) === 'ERR_INVALID_ARG_TYPE';

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

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null | undefined)?.code;
