import { Problem } from '../problem/problem-details.js';
import { actingRole } from './acting-role.js';

function problemIn(act: () => unknown) {
  try {
    act();
    throw new Error('nothing was refused');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details;
  }
}

describe('the role in which a caller acts', () => {
  it('is the first permitted one that the caller has', () => {
    expect(actingRole(['cpo', 'cio'], ['auditor', 'cio', 'cpo'], undefined)).toBe('cpo');
  });

  it('is the one asked for, when it is permitted and the caller has it', () => {
    expect(actingRole(['cpo', 'cio'], ['cio', 'cpo'], 'cio')).toBe('cio');
  });

  it.each([
    ['has none of them', ['auditor'] as const, undefined],
    ['asks for one that the caller does not have', ['cpo'] as const, 'cio'],
    ['asks for one that is not permitted', ['cpo', 'auditor'] as const, 'auditor'],
  ])('is refused when the caller %s, with the names of those that may', (_, held, wanted) => {
    expect(problemIn(() => actingRole(['cpo', 'cio'], held, wanted))).toStrictEqual({
      type: 'urn:roadbook:problem:role-not-permitted',
      title: 'Your role may not do this',
      status: 403,
      detail: 'only cpo, cio may do this',
      permitted: ['cpo', 'cio'],
    });
  });

  it('is refused when what was asked for is no role', () => {
    expect(problemIn(() => actingRole(['cio'], ['cio'], 'boss')).status).toBe(400);
  });
});
