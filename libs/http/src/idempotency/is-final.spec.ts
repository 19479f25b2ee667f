import { conditionType } from '../problem/refusal-problem.js';
import type { Problem } from '../problem/problem-details.js';
import * as problems from '../problem/problems.js';
import { refused } from '../problem/refusal-problem.js';
import { isFinal } from './is-final.js';

const final = ({ details }: Problem) => isFinal(details.status, details);

describe('a final answer', () => {
  it.each([200, 201, 202, 204])('is a success: %d', (status) => {
    expect(isFinal(status, undefined)).toBe(true);
  });

  it('is a refusal of the domain', () => {
    const refusal = refused({ refused: [{ id: 'tagged', missing: 'no version tag' }] });
    expect(refusal.details.type).toBe(conditionType('tagged'));
    expect(final(refusal)).toBe(true);
  });

  it.each([
    ['a request that cannot be read', problems.malformed()],
    ['an invalid request', problems.invalid([])],
    ['a token', problems.unauthenticated('send a bearer token')],
    ['a role', problems.roleNotPermitted(['cio'])],
    ['a missing resource', problems.notFound()],
    ['a precondition', problems.preconditionFailed()],
    ['a conflict of two writers', problems.concurrentChange()],
    ['a secret', problems.secretInText()],
    ['trouble of this system', problems.internal()],
    ['a store that cannot be reached', problems.unavailable('try again shortly')],
  ])('is not about %s', (_, problem) => {
    expect(final(problem)).toBe(false);
  });
});
