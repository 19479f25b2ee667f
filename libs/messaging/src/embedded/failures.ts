import { mayBeCommitted, whatHappened } from '@roadbook/sqlite';
import type { Failures } from '@roadbook/sqlite';
import { MessagingUnavailable } from '../errors.js';

export const unavailable = (error: unknown): MessagingUnavailable =>
  error instanceof MessagingUnavailable
    ? error
    : new MessagingUnavailable(`the file of messages ${whatHappened(error)}`, { cause: error });

/** Whether a message was taken or not, it is published again with the same id: publishers needn't tell the two apart. */
export const failures: Failures = {
  unavailable,
  commitFailed: (error) =>
    mayBeCommitted(error)
      ? new MessagingUnavailable(`the file of messages ${whatHappened(error)} while committing`, {
          cause: error,
        })
      : unavailable(error),
};
