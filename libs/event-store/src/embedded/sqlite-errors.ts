import { mayBeCommitted, whatHappened } from '@roadbook/sqlite';
import { OutcomeUnknown, StoreUnavailable } from '../errors.js';

/** For whoever asked for a write or a read, when it is certain that nothing was written. */
export const storeUnavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(`the event store ${whatHappened(error)}`, { cause: error });

/** After a COMMIT that failed. */
export const commitFailed = (error: unknown): StoreUnavailable | OutcomeUnknown =>
  mayBeCommitted(error)
    ? new OutcomeUnknown(`the event store ${whatHappened(error)} while committing`, {
        cause: error,
      })
    : storeUnavailable(error);
