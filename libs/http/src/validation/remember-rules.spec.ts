import { getMetadataStorage, IsString, validateSync, ValidateNested } from 'class-validator';
import type { MetadataStorage } from 'class-validator';
import { jest } from '@jest/globals';
import { ReadAsA, dtoOf } from './read-as.js';
import { rememberRules } from './remember-rules.js';

class Ticket {
  @IsString()
  id: string;
}

class Plan {
  @ReadAsA(() => Ticket)
  @ValidateNested({ each: true })
  tickets: Ticket[];
}

describe('the rules of a class', () => {
  it('are collected once, also of what is nested', () => {
    const { prototype } = getMetadataStorage().constructor as { prototype: MetadataStorage };
    const collecting = jest.spyOn(prototype, 'getTargetValidationMetadatas');
    rememberRules();
    const plan = dtoOf(Plan, { tickets: [{ id: 'T-1' }, { id: 'T-2' }] });
    expect(validateSync(plan)).toStrictEqual([]);
    const firstTime = collecting.mock.calls.length;
    expect(firstTime).toBeGreaterThan(0);
    expect(validateSync(plan)).toStrictEqual([]);
    expect(collecting).toHaveBeenCalledTimes(firstTime);
  });
});
