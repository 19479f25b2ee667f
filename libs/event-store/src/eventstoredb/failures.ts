import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { StoreUnavailable, UnreadableEvent } from '../errors.js';

/** The server was asked, and said nothing in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(limitMs: number) {
    super(`no answer within ${limitMs} ms`);
  }
}

export const isMissingStream = (error: unknown): boolean => error instanceof StreamNotFoundError;

export const isWrongVersion = (error: unknown): boolean =>
  error instanceof WrongExpectedVersionError;

/** True where this attempt wrote nothing, and never will. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof AccessDeniedError ||
  error instanceof MaxAppendSizeExceededError ||
  error instanceof StreamDeletedError;

/** True where the server answered, whatever it said. */
export const isAnswer = (error: unknown): boolean =>
  isMissingStream(error) ||
  isWrongVersion(error) ||
  isRefusal(error) ||
  error instanceof UnreadableEvent;

/** The client connects to the leader after this. Nothing was written. */
export const isNotLeader = (error: unknown): boolean => error instanceof NotLeaderError;

/** The server reads only from where a record begins. */
export const isInvalidPosition = (error: unknown): boolean =>
  error instanceof Error && /ReadAllResult|invalid position/i.test(error.message);

/** What went wrong, for whoever asked the store. */
export function unavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  if (cause instanceof StreamDeletedError) {
    return new StoreUnavailable(
      `stream ${cause.streamName} was deleted from the event store; restore the server from a backup`,
      { cause },
    );
  }
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreUnavailable(`the event store failed: ${why}`, { cause });
}
