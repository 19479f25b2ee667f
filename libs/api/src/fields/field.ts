import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { entriesMax } from '@roadbook/decider';
import { ReadAs, ReadAsA } from '@roadbook/http';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { Shape } from './shape.js';
import { inUtc, time } from './time.js';

interface Entries {
  readonly min?: number;
  readonly max?: number;
}

/** Property decorator: one value of this shape. */
export const Is = ({ says, holds, schema }: Shape): PropertyDecorator =>
  applyDecorators(Rule(says, holds), ApiProperty(schema));

/** Property decorator: a list of values of this shape. */
export const AreAll = (
  { says, holds, schema }: Shape,
  { min = 1, max = entriesMax }: Entries = {},
): PropertyDecorator =>
  applyDecorators(
    Rule(
      `a list of ${min} to ${max}, each ${says}`,
      (value) => isList(value, min, max) && value.every((one) => holds(one)),
    ),
    ApiProperty({ ...schema, isArray: true, minItems: min, maxItems: max }),
  );

/** Property decorator: a time; afterwards it is in UTC with milliseconds. */
export const IsTime = (): PropertyDecorator => applyDecorators(ReadAs(inUtc), Is(time));

/** Property decorator: an object of this class. */
export const IsA = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ReadAsA(type),
    ValidateNested({ message: '$property must be an object' }),
    ApiProperty({ type: () => type() }),
  );

/** Property decorator: a list of objects of this class. */
export const AreAllA = (
  type: () => new () => object,
  { min = 1, max = entriesMax }: Entries = {},
): PropertyDecorator =>
  applyDecorators(
    ReadAsA(type),
    Rule(`a list of ${min} to ${max} objects`, (value) => isList(value, min, max)),
    ValidateNested({ each: true, message: '$property must be a list of objects' }),
    ApiProperty({ type: () => [type()], minItems: min, maxItems: max }),
  );

/** Property decorator: the field can be left out. `null` is no way of leaving it out. */
export const Maybe = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

/**
 * Property decorator: a rule of its own, as the sentence that reads on behind "must be".
 * @param holds told the value, and the object that it stands in
 */
export const Rule = (
  says: string,
  holds: (value: unknown, whole: never) => boolean,
): PropertyDecorator =>
  ValidateBy({
    name: says,
    validator: {
      validate: (value, asked) => holds(value, asked?.object as never),
      defaultMessage: (asked) => `${asked?.property ?? 'it'} must be ${says}`,
    },
  });

const isList = (value: unknown, min: number, max: number): value is unknown[] =>
  Array.isArray(value) && value.length >= min && value.length <= max;
