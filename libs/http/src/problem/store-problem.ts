import type { Problem } from './problem-details.js';
import * as problems from './problems.js';

/** What went wrong in a store or between services, known by the name of its error: this library knows neither. */
const byName: Readonly<Record<string, (error: Error, ofRead: boolean) => Problem>> = {
  WrongExpectedHead: () => problems.concurrentChange('read it again, and repeat the request'),
  EventTooLarge: (error) =>
    problems.tooLarge(`what would be recorded is too large${limitIn(error)}`),
  StoreUnavailable: (error) =>
    problems.unavailable(`nothing was recorded; ${lastingIn(error) ?? 'try again shortly'}`),
  AnswersUnavailable: () =>
    problems.unavailable(
      'the request was not begun, as it cannot be told now whether it was answered before; repeat it shortly',
    ),
  OutcomeUnknown: () =>
    problems.unavailable(
      'it may have been recorded or not; repeat the request with the same Idempotency-Key',
    ),
  MessageTooLarge: () => problems.tooLarge('a message has at most 896 KiB'),
  MessagingUnavailable: (_, ofRead) =>
    problems.unavailable(
      ofRead
        ? 'messages cannot be read now; ask again shortly'
        : 'it may have been published or not; publish it again with the same ids, which has its effect once',
    ),
  UnknownMark: () => problems.unknownMark(),
};

/** Where the store says which limit it was: its message may tell more than is anybody's business. */
const limitIn = (error: Error & { limit?: unknown }): string =>
  typeof error.limit === 'string' ? `: ${error.limit}` : '';

/** Where trying again shortly does not help. */
const lastingIn = (error: Error & { lasting?: unknown }): string | undefined =>
  typeof error.lasting === 'string' ? error.lasting : undefined;

export const storeProblem = (error: Error, ofRead: boolean): Problem | undefined =>
  byName[error.name]?.(error, ofRead);
