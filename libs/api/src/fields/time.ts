import { isString } from './shape.js';
import type { Shape } from './shape.js';

const iso8601 =
  /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The same instant in UTC with milliseconds, as every time is stored and compared; finer digits are cut off. What is no time
 * with an offset comes back as it is, and breaks the rule.
 */
export function inUtc(value: unknown): unknown {
  const [, minute, second = '00', fraction = '', offset] =
    (isString(value) ? iso8601.exec(value) : null) ?? [];
  if (minute === undefined || offset === undefined || !isDate(minute.slice(0, 10))) return value;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  return new Date(`${minute}:${second}.${milliseconds}${offset}`).toISOString();
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDate(day: string): boolean {
  const time = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

export const time: Shape = {
  says: 'a time with an offset (ISO 8601) such as 2026-03-01T14:00:00Z or 2026-03-01T15:00:00+01:00; in an address, + is written %2B',
  holds: (value) => isString(value) && canonical.test(value),
  schema: { type: 'string', format: 'date-time' },
};
