import { IsTime, Maybe } from '../fields/field.js';

/** What every command may say besides its own fields. */
export class CommandDto {
  /**
   * When it happened, as its reporter says; at most 60 s ahead. Of two verdicts about the same thing the later one stands.
   * @example '2026-03-02T07:55:00Z'
   */
  @Maybe()
  @IsTime()
  occurredAt?: string;
}
