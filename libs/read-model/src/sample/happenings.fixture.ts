import fc from 'fast-check';
import { closed, deposited, opened, transferred } from './accounts.fixture.js';
import type { Happening } from './accounts.fixture.js';

const account = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const amount = fc.integer({ min: 1, max: 100 });

/** Whatever may happen, in any order, sensible or not. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    fc.tuple(account, fc.constantFrom('ana', 'ben')).map(([a, owner]) => opened(a, owner)),
    fc.tuple(account, amount).map(([a, much]) => deposited(a, much)),
    fc.tuple(account, account, amount).map(([a, b, much]) => transferred(a, b, much)),
    account.map(closed),
  ),
  { minLength: 1, maxLength: 40 },
);
