import { entriesMax } from '@roadbook/decider';
import { z } from 'zod';

/** What zod says of a value that does not fit: a sentence that reads on behind the field's name, and never repeats the value. */
export const must = (be: string) => ({ error: `must be ${be}` });

/** An object with these fields and no others. */
export const objectOf = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject(fields, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? `has a field that is none of ${Object.keys(fields).join(', ')}`
        : 'must be an object',
  });

interface Entries {
  readonly min?: number;
  readonly max?: number;
}

export const listOf = <One extends z.ZodType>(
  one: One,
  { min = 1, max = entriesMax }: Entries = {},
) => {
  const says = must(`a list of ${min} to ${max} entries`);
  return z.array(one, says).min(min, says).max(max, says);
};

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, must(`one of ${words.join(', ')}`));

export const wholeNumber = (min: number, max: number) => {
  const says = must(`a whole number from ${min} to ${max}`);
  return z.number(says).int(says).min(min, says).max(max, says);
};

export const yesOrNo = z.boolean(must('true or false'));

/** Must be there, and may be null: what is null is known not to be. */
export const orNull = <Value extends z.ZodType>(value: Value) => value.nullable();
