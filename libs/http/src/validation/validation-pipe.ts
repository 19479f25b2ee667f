import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { invalid } from '../problem/problems.js';
import type { FieldError } from '../problem/problems.js';
import { fieldErrorsOf, undeclared } from './field-errors.js';
import { nestingErrorsIn } from './nesting-errors.js';
import { isFields } from './is-fields.js';
import { dtoOf } from './read-as.js';
import { rememberRules, rulesOf } from './remember-rules.js';

const rules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

/** What TypeScript emits for a parameter that is no class of our own. */
const plainTypes: ReadonlySet<unknown> = new Set([
  undefined,
  String,
  Number,
  Boolean,
  Array,
  Object,
]);

/**
 * Makes a DTO of a body, a query or path parameters, and refuses with 400 what breaks a rule of its class or
 * is not declared there. The rules are those of class-validator, and none of them may wait for anything.
 */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  constructor() {
    rememberRules();
  }

  transform(sent: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'custom' || plainTypes.has(metatype)) return sent;
    const value = sent === undefined ? {} : sent;
    if (!isFields(value)) throw invalid([{ field: type, message: 'must be a JSON object' }]);
    const hasRules = rulesOf(metatype).length > 0;
    refuse(
      Object.keys(value)
        .filter((name) => !hasRules || isInherited(name))
        .map(undeclared),
    );
    if (!hasRules) return {};
    const dto = dtoOf(metatype as Type<object>, value);
    refuse(fieldErrorsOf(validateSync(dto, rules)));
    refuse(nestingErrorsIn(dto));
    return dto;
  }
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid(errors);
}

/** Every object has these: set, they would change what it is. Those in a body are refused while it is read. */
const isInherited = (name: string): boolean => name in Object.prototype;
