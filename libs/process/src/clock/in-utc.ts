const iso8601 =
  /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The same instant in UTC with milliseconds, as every time is stored and compared; finer digits are cut off. `undefined` for what is no
 * time with an offset, or is on no day that ever was.
 */
export function inUtc(text: string): string | undefined {
  const [, minute, second = '00', fraction = '', offset] = iso8601.exec(text) ?? [];
  if (minute === undefined || offset === undefined || !isDate(minute.slice(0, 10)))
    return undefined;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  return new Date(`${minute}:${second}.${milliseconds}${offset}`).toISOString();
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDate(day: string): boolean {
  const time = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
