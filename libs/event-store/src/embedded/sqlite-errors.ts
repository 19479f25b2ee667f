import { OutcomeUnknown, StoreUnavailable } from '../errors.js';

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

/** For whoever asked for a write or a read, when it is certain that nothing was written. */
export const storeUnavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(`the event store ${reason(error)}`, { cause: error });

/**
 * After a COMMIT that failed. When the disk failed, the transaction may be whole on it all the same, and would be found there
 * after a crash; with every other error it is certain that it is not.
 */
export const commitFailed = (error: unknown): StoreUnavailable | OutcomeUnknown =>
  primaryCode(error) === ioError
    ? new OutcomeUnknown(`the event store ${reason(error)} while committing`, { cause: error })
    : storeUnavailable(error);

function reason(error: unknown): string {
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
