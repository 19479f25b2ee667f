/** Port: this service's clock. Recorded time comes from here and from nowhere else. */
export abstract class Clock {
  /** ISO 8601 in UTC with milliseconds; never earlier than an answer given before. */
  abstract now(): string;
}
