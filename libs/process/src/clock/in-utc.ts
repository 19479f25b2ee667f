const iso8601 =
  /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** What is reported and planned lies in these years. What lies outside is a slip, such as 3026 or 0202. */
const [firstYear, lastYear] = [1000, 2999];
const from = Date.UTC(firstYear, 0);
const before = Date.UTC(lastYear + 1, 0);

/** Of which years times are taken, in a sentence about them. */
export const ofTheYears = `of the years ${firstYear} to ${lastYear}`;

/**
 * The same instant in UTC with milliseconds, as every time is stored and compared; finer digits are cut off. `undefined` for what is no
 * time with an offset, is on no day that ever was, or in UTC not in the years 1000 to 2999.
 */
export function inUtc(text: string): string | undefined {
  const [, minute, second = '00', fraction = '', offset] = iso8601.exec(text) ?? [];
  if (minute === undefined || offset === undefined || !isDate(minute.slice(0, 10)))
    return undefined;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const instant = new Date(`${minute}:${second}.${milliseconds}${offset}`);
  const ms = instant.getTime();
  return ms >= from && ms < before ? instant.toISOString() : undefined;
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDate(day: string): boolean {
  const time = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
