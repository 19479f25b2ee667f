import type { ValidationError } from 'class-validator';
import type { FieldError } from '../problem/problems.js';

const errorsMax = 50;
/** Fields that nobody declared have names of the client's making. */
const fieldCharactersMax = 200;
const undeclaredMessage = 'is not a field of this request';

/** The errors of class-validator as a list, a message each; at most the first 50. */
export function fieldErrorsOf(errors: readonly ValidationError[]): FieldError[] {
  const found: FieldError[] = [];
  collect(errors, '', found);
  return found;
}

function collect(errors: readonly ValidationError[], within: string, found: FieldError[]): void {
  for (const { property, constraints = {}, children = [] } of errors) {
    const field = pathOf(within, property).slice(0, fieldCharactersMax);
    for (const [rule, message] of Object.entries(constraints)) {
      if (found.length === errorsMax) return;
      found.push({ field, message: messageOf(rule, message) });
    }
    collect(children, field, found);
  }
}

export const undeclared = (field: string): FieldError => ({
  field: field.slice(0, fieldCharactersMax),
  message: undeclaredMessage,
});

export const pathOf = (within: string, property: string): string =>
  /^\d+$/.test(property) ? `${within}[${property}]` : [within, property].filter(Boolean).join('.');

const messageOf = (rule: string, message: string): string =>
  rule === 'whitelistValidation' ? undeclaredMessage : message;
