import 'reflect-metadata';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Problem } from '../problem/problem-details.js';
import { ReadAsA, ReadAsNumber } from './read-as.js';
import { RequestValidationPipe } from './validation-pipe.js';

class Ticket {
  @IsString()
  @MaxLength(5)
  id: string;

  @IsIn(['feature', 'fix'])
  type: string;
}

class Plan {
  @IsString()
  version: string;

  @IsOptional()
  @ReadAsNumber()
  @IsInt()
  limit?: number;

  @IsOptional()
  @ValidateNested({ each: true })
  @ReadAsA(() => Ticket)
  tickets?: Ticket[];

  @IsOptional()
  @ValidateNested()
  @ReadAsA(() => Ticket)
  first?: Ticket;
}

class HotfixPlan extends Plan {
  @IsString()
  fixes: string;
}

const pipe = new RequestValidationPipe();
const plan = (value: unknown, metatype: new () => object = Plan) =>
  pipe.transform(value, { type: 'body', metatype });

function errorsIn(value: unknown, metatype?: new () => object) {
  try {
    plan(value, metatype);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.details.status).toBe(400);
    expect(error.details.type).toBe('urn:roadbook:problem:invalid-request');
    return error.details.errors;
  }
}

describe('the validation of a request', () => {
  it('makes an instance of the class, all the way down', () => {
    const made = plan({ version: '1.4.0', limit: '12', tickets: [{ id: 'T-1', type: 'fix' }] });
    expect(made).toBeInstanceOf(Plan);
    const { limit, tickets } = made as Plan;
    expect(limit).toBe(12);
    expect(tickets?.[0]).toBeInstanceOf(Ticket);
  });

  it('lists every broken rule with its field', () => {
    expect(
      errorsIn({ version: 1, tickets: [{ id: 'T-1', type: 'fix' }, { id: 'T-123456' }] }),
    ).toStrictEqual([
      { field: 'version', message: 'version must be a string' },
      { field: 'tickets[1].id', message: 'id must be shorter than or equal to 5 characters' },
      {
        field: 'tickets[1].type',
        message: 'type must be one of the following values: feature, fix',
      },
    ]);
  });

  it('refuses what is not declared, also within', () => {
    expect(
      errorsIn({ version: '1', colour: 'red', tickets: [{ id: '1', type: 'fix', x: 1 }] }),
    ).toStrictEqual([
      { field: 'colour', message: 'is not a field of this request' },
      { field: 'tickets[0].x', message: 'is not a field of this request' },
    ]);
  });

  it.each(['hasOwnProperty', 'toString', 'valueOf', 'isPrototypeOf', '__defineGetter__'])(
    'refuses a field called %s, which every object has',
    (name) => {
      expect(errorsIn({ version: '1', [name]: 1 })).toStrictEqual([
        { field: name, message: 'is not a field of this request' },
      ]);
    },
  );

  it.each([
    [['T-1'], 'tickets[0]'],
    ['T-1', 'tickets'],
    [{ id: 'T-1', type: 'fix' }, 'tickets'],
    [[[]], 'tickets[0]'],
    [[[{ id: 'T-1', type: 'fix' }]], 'tickets[0]'],
  ])('refuses %j where a list of objects belongs', (tickets, field) => {
    expect(errorsIn({ version: '1', tickets })).toMatchObject([{ field }]);
  });

  it.each([[[]], [[{ id: 'T-1', type: 'fix' }]], 'T-1'])(
    'refuses %j where an object belongs',
    (first) => {
      expect(errorsIn({ version: '1', first })).toMatchObject([{ field: 'first' }]);
    },
  );

  it.each([null, 'text', 1, []])('refuses %j in place of an object', (value) => {
    expect(errorsIn(value)).toStrictEqual([{ field: 'body', message: 'must be a JSON object' }]);
  });

  it('never repeats a value, and tells no more than 50 errors', () => {
    const tickets = Array.from({ length: 200 }, () => ({ id: 'hush-hush', type: 'hush' }));
    const errors = errorsIn({ version: '1', tickets });
    expect(errors).toHaveLength(50);
    expect(JSON.stringify(errors)).not.toContain('hush');
  });

  it('knows the rules that a class inherits, whichever is validated first', () => {
    expect(errorsIn({ version: '1' })).toStrictEqual([]);
    expect(errorsIn({ version: 1 }, HotfixPlan)).toStrictEqual([
      { field: 'fixes', message: 'fixes must be a string' },
      { field: 'version', message: 'version must be a string' },
    ]);
    expect(errorsIn({ version: '1', fixes: '1.3.9' })).toStrictEqual([
      { field: 'fixes', message: 'is not a field of this request' },
    ]);
  });

  it('leaves alone what is no DTO', () => {
    expect(pipe.transform('1', { type: 'param', metatype: String })).toBe('1');
    expect(pipe.transform('1', { type: 'custom', metatype: Plan })).toBe('1');
    expect(pipe.transform('1', { type: 'query' })).toBe('1');
  });
});
