export { CannotOpenFile } from './cannot-open-file.js';
export { copyAtOnce } from './copy-at-once.js';
export type { FileCopy } from './copy-at-once.js';
export { openDurable, openReadable } from './durable-file.js';
export {
  isConstraintViolation,
  isSqliteError,
  isUnusable,
  mayBeCommitted,
  refusesRow,
  whatHappened,
} from './errors.js';
export { cannotOpen } from './cannot-open.js';
export { damageIn } from './damage.js';
export type { FileFormat } from './file-format.js';
export { takeLock } from './file-lock.js';
export type { FileLock } from './file-lock.js';
export { GroupCommit } from './group-commit.js';
export type { Failpoint, Failures, Transactions } from './group-commit.js';
export { pragma } from './pragma.js';
export { watch } from './watching.js';
