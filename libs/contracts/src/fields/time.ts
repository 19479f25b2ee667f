import { inUtc, ofTheYears } from '@roadbook/process';
import { z } from 'zod';
import { must } from './say.js';

/** Patterns are for whoever reads the schema; what they can't say, `inUtc` does. */
const second = String.raw`[12]\d{3}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;
const rfc3339 = new RegExp(
  String.raw`^${second}(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$`,
);
const canonical = new RegExp(String.raw`^${second}\.\d{3}Z$`);

const isTime = must('a time in UTC with milliseconds such as 2026-03-01T14:00:00.000Z');

/** A time as Roadbook writes it. */
export const time = z
  .string(isTime)
  .regex(canonical, isTime)
  .refine((value) => inUtc(value) === value, isTime)
  .meta({ format: 'date-time' });

const isReportedTime = must(
  `a time with an offset (RFC 3339), ${ofTheYears}, such as 2026-03-01T14:00:00Z or 2026-03-01T15:00:00+01:00`,
);

/** A time as others write it; read, it is the same instant in UTC with milliseconds. Finer digits are cut off. */
export const reportedTime = z
  .string(isReportedTime)
  .regex(rfc3339, isReportedTime)
  .refine((value) => inUtc(value) !== undefined, isReportedTime)
  .transform((value) => inUtc(value) ?? value)
  .meta({ format: 'date-time' });
