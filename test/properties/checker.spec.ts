import { check, ruleNames } from './checker/check.js';
import { faultless } from './planted/history.js';
import { atADeployment, onTheWay, onTheWayBack } from './planted/promotion.js';
import {
  withoutArtifacts,
  withoutAuthority,
  withoutEvidence,
  withoutOrder,
} from './planted/release.js';

/** A checker that finds nothing proves nothing, unless it is seen to find what was planted for it. */
describe('the checker of the hard rules', () => {
  const history = faultless();
  const plants = {
    ...{ ...withoutEvidence, ...withoutArtifacts, ...withoutAuthority, ...withoutOrder },
    ...{ ...onTheWay, ...atADeployment, ...onTheWayBack },
  };

  it('finds nothing in a history without fault', () => {
    expect(check(history)).toStrictEqual([]);
  });

  it('has a planted history for each of its rules', () => {
    expect(Object.keys(plants).sort()).toStrictEqual([...ruleNames].sort());
  });

  it.each(Object.entries(plants))('finds a break of %s', (rule, plant) => {
    const found = check(plant(history)).map((finding) => finding.rule);
    expect(found).toContain(rule);
  });
});
