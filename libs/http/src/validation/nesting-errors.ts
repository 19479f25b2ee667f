import type { FieldError } from '../problem/problems.js';
import { pathOf } from './field-errors.js';
import { isFields } from './is-fields.js';
import { rulesOf } from './remember-rules.js';

/**
 * class-validator takes a list for an object and an object for a list wherever something is nested, and then
 * validates nothing of a list in a list. This tells them apart, in a DTO that passed its rules.
 */
export function nestingErrorsIn(dto: object, within = ''): FieldError[] {
  return nestedRulesOf(dto).flatMap(({ propertyName, each }) => {
    const value = (dto as Record<string, unknown>)[propertyName];
    if (value === undefined || value === null) return [];
    const field = pathOf(within, propertyName);
    if (!each) return objectErrors(value, field);
    if (!Array.isArray(value)) return [{ field, message: 'must be a list of objects' }];
    return value.flatMap((item, index) => objectErrors(item, pathOf(field, String(index))));
  });
}

const objectErrors = (value: unknown, field: string): FieldError[] =>
  isFields(value) ? nestingErrorsIn(value, field) : [{ field, message: 'must be an object' }];

const nestedRulesOf = (dto: object) =>
  rulesOf(dto.constructor).filter(({ type }) => type === 'nestedValidation');
