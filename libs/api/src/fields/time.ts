import { inUtc as instantInUtc, ofTheYears } from '@roadbook/process';
import { isString } from './shape.js';
import type { Shape } from './shape.js';

/** The same instant in UTC. What is no time with an offset comes back as it is, and breaks the rule. */
export const inUtc = (value: unknown): unknown =>
  isString(value) ? (instantInUtc(value) ?? value) : value;

export const time: Shape = {
  says: `a time with an offset (ISO 8601), ${ofTheYears}, such as 2026-03-01T14:00:00Z or 2026-03-01T15:00:00+01:00; in an address, + is written %2B`,
  holds: (value) => isString(value) && instantInUtc(value) === value,
  schema: { type: 'string', format: 'date-time' },
};
