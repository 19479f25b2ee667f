import { charactersOf } from '@roadbook/decider';
import type { Form } from '@roadbook/decider';
import { z } from 'zod';
import { must } from './say.js';

export { noteMax, sentenceMax, titleMax } from '@roadbook/decider';

/** A text with at least one visible character. */
export const text = (charactersMax: number) => {
  const says = must(`a text of 1 to ${charactersMax} characters`);
  return z
    .string(says)
    .regex(/\S/, says)
    .refine((value) => charactersOf(value) <= charactersMax, says)
    .meta({ minLength: 1, maxLength: charactersMax });
};

/** A text that may be empty. */
export const anyText = (charactersMax: number) => {
  const says = must(`a text of at most ${charactersMax} characters`);
  return z
    .string(says)
    .refine((value) => charactersOf(value) <= charactersMax, says)
    .meta({ maxLength: charactersMax });
};

/** A text of this form. */
export const matching = ({ pattern, charactersMax, says }: Form) =>
  z
    .string(must(says))
    .refine((value) => charactersOf(value) <= charactersMax, { ...must(says), abort: true })
    .regex(pattern, must(says))
    .meta({ maxLength: charactersMax });
