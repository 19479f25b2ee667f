import type { ApiPropertyOptions } from '@nestjs/swagger';
import { charactersOf, hasForm } from '@roadbook/decider';
import type { Form } from '@roadbook/decider';

/** What a value of a request has to look like: a rule, its sentence, and its description in OpenAPI. */
export interface Shape {
  /** Reads on behind "must be". */
  readonly says: string;
  readonly holds: (value: unknown) => boolean;
  readonly schema: ApiPropertyOptions & { readonly type: string };
}

/** A text with at least one visible character. */
export const text = (charactersMax: number): Shape => ({
  says: `a text of 1 to ${charactersMax} characters`,
  holds: (value) => isString(value) && charactersOf(value) <= charactersMax && value.trim() !== '',
  schema: { type: 'string', minLength: 1, maxLength: charactersMax },
});

/** A text that may be empty: whether that is enough is decided in the domain. */
export const anyText = (charactersMax: number): Shape => ({
  says: `a text of at most ${charactersMax} characters`,
  holds: (value) => isString(value) && charactersOf(value) <= charactersMax,
  schema: { type: 'string', maxLength: charactersMax },
});

/** A text of this form. */
export const matching = (form: Form): Shape => ({
  says: form.says,
  holds: (value) => isString(value) && hasForm(form, value),
  schema: { type: 'string', pattern: form.pattern.source, maxLength: form.charactersMax },
});

export const oneOf = (values: readonly string[]): Shape => ({
  says: `one of ${values.join(', ')}`,
  holds: (value) => isString(value) && values.includes(value),
  schema: { type: 'string', enum: [...values] },
});

export const whole = (min: number, max: number): Shape => ({
  says: `a whole number from ${min} to ${max}`,
  holds: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
  schema: { type: 'integer', minimum: min, maximum: max },
});

export const yesOrNo: Shape = {
  says: 'true or false',
  holds: (value) => typeof value === 'boolean',
  schema: { type: 'boolean' },
};

export const isString = (value: unknown): value is string => typeof value === 'string';
