import { malformed } from '../problem/problems.js';
import { preconditionOf } from './precondition.js';

describe('If-Match', () => {
  it.each([
    ['"12"', ['"12"']],
    ['"3","12" ,\t"4"', ['"3"', '"12"', '"4"']],
    ['W/"12", "11"', ['"11"']],
    ['W/"12"', []],
    ['"a,b", ""', ['"a,b"', '""']],
    [' * ', 'any'],
    [undefined, undefined],
  ])('%s asks for %j', (ifMatch, precondition) => {
    expect(preconditionOf(ifMatch)).toStrictEqual(precondition);
  });

  it.each(['12', '', '"12', '"1" "2"', '*, "1"', ',', '"a\u0007"'])(
    '%j is malformed, which is 400',
    (ifMatch) => {
      expect(() => preconditionOf(ifMatch)).toThrow(
        malformed('If-Match must be * or a list of entity tags: "12"'),
      );
    },
  );

  it('is done at once with a long list that ends wrongly', () => {
    expect(() => preconditionOf('"1", '.repeat(3_000) + 'x')).toThrow(
      malformed('If-Match must be * or a list of entity tags: "12"'),
    );
  });
});
