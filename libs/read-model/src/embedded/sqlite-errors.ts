/** Primary result codes: https://www.sqlite.org/rescode.html */
const codes = {
  error: 1,
  busy: 5,
  corrupt: 11,
  cannotOpen: 14,
  tooBig: 18,
  constraint: 19,
  notADatabase: 26,
};

/** Another connection holds a lock. */
export const isBusy = (error: unknown): boolean => is(error, codes.busy);

/** No such file, or nothing in it that could be used. */
export const isUnusable = (error: unknown): boolean =>
  is(error, codes.error, codes.corrupt, codes.cannotOpen, codes.notADatabase);

/** The row is at fault, not the database: it would be refused again. */
export const refusesRow = (error: unknown): boolean =>
  is(error, codes.tooBig, codes.constraint) ||
  (hasKey(error, 'code') && error.code === 'ERR_INVALID_ARG_TYPE');

const is = (error: unknown, ...wanted: number[]) =>
  hasKey(error, 'errcode') && wanted.includes(Number(error.errcode) & 0xff);

const hasKey = <Key extends string>(error: unknown, key: Key): error is Record<Key, unknown> =>
  typeof error === 'object' && error !== null && key in error;
