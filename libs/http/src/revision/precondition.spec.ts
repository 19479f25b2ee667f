import { Problem } from '../problem/problem-details.js';
import { assertPrecondition, preconditionOf } from './precondition.js';

function refusalOf(ifMatch: string, revision: number | undefined) {
  try {
    assertPrecondition(preconditionOf(ifMatch), revision);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.status;
  }
}

describe('If-Match', () => {
  it.each([
    ['"12"', 12],
    ['"3", "12"', 12],
    ['"3","12" ,\t"4"', 12],
    ['W/"12", "12"', 12],
    ['"0"', 0],
    ['*', 12],
    ['"a,b", "12"', 12],
  ])('%s is satisfied at revision %d', (ifMatch, revision) => {
    expect(refusalOf(ifMatch, revision)).toBeUndefined();
  });

  it.each([
    ['"11"', 12],
    ['W/"12"', 12],
    ['"012"', 12],
    ['""', 12],
    ['*', undefined],
    ['"12"', undefined],
  ])('%s fails with 412 at revision %p', (ifMatch, revision) => {
    expect(refusalOf(ifMatch, revision)).toBe(412);
  });

  it.each(['12', '', '"12', '"1" "2"', '*, "1"', ',', '"a\u0007"'])(
    '%j is malformed, which is 400',
    (ifMatch) => {
      expect(refusalOf(ifMatch, 12)).toBe(400);
    },
  );

  it('asks for nothing when it is absent', () => {
    expect(preconditionOf(undefined)).toBeUndefined();
    expect(() => {
      assertPrecondition(undefined, undefined);
    }).not.toThrow();
  });

  it('is done at once with a long list that ends wrongly', () => {
    expect(refusalOf('"1", '.repeat(3_000) + 'x', 12)).toBe(400);
  });
});
