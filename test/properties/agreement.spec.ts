import type { Unmet } from '@roadbook/decider';
import type { AtEnvironment } from '../../apps/release/src/domain/hard-rules/standpoint.js';
import { Agreement, whatIsMissing } from './agreement.js';
import { runSequences } from './sequences.js';

type Eligible = (about: AtEnvironment) => readonly Unmet[];

const forgetful: Eligible = (about) => whatIsMissing(about).slice(1);
const lenient: Eligible = (about) =>
  whatIsMissing(about).filter(({ id }) => id !== 'previous-environment-passed');
const inOtherWords: Eligible = (about) =>
  whatIsMissing(about).map((one) => ({ ...one, missing: `${one.missing}!` }));
const severe: Eligible = (about) => [
  ...whatIsMissing(about),
  { id: 'moon-is-full', missing: 'the moon is not full' },
];

/** Agreement that is always found proves nothing, unless an eligibility that lies is caught. */
describe('an eligibility that lies', () => {
  it.each(Object.entries({ forgetful, lenient, inOtherWords, severe }))(
    'is caught: %s',
    (_, eligible) => {
      const { agreement } = runSequences(1, 20, new Agreement(eligible));
      expect(agreement.disagreements).not.toStrictEqual([]);
    },
  );

  it('is not suspected where it says the truth', () => {
    const { agreement } = runSequences(1, 20, new Agreement());
    expect(agreement.disagreements).toStrictEqual([]);
    expect(agreement.asked).toBeGreaterThan(100);
  });
});
