import { MessagingUnavailable } from '../../errors.js';

export const unavailable = (error: unknown): MessagingUnavailable =>
  error instanceof MessagingUnavailable
    ? error
    : new MessagingUnavailable(
        `Kafka can't be reached or refuses: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
