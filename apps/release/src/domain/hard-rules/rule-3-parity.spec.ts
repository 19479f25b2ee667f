import { noParityAnswer } from '../environment-answers/answers.js';
import type { ParityAnswer } from '../environment-answers/answers.js';
import { time } from '../acts.fixture.js';
import { chosen, mirrors, parityChecked, planned } from '../release/history.fixture.js';
import { requestAuthorization, requestDeployment } from '../release/orders.fixture.js';
import { cleared, holding, passedUpTo, ready, release } from '../release/release.fixture.js';

const toProduction = requestDeployment('production');

describe('rule 3: parity is enforced', () => {
  const drifts = (environment: 'staging' | 'qa'): ParityAnswer => ({
    ...mirrors,
    [environment]: 'drifts',
    drift: [
      { setting: 'LOG_LEVEL', environments: ['qa'], kind: 'between' },
      { setting: 'POOL_SIZE', environments: ['staging', 'qa'], kind: 'between' },
    ],
  });
  const prepared = (...history: Parameters<typeof release>) =>
    release(...ready, ...history).when(requestAuthorization('promotion'));

  it('is checked for what is prepared, where staging has to mirror production', () => {
    release(planned(), chosen())
      .when(requestAuthorization('promotion'))
      .thenRefusedBy('parity-verified', 'parity was not checked for this candidate');
    prepared(parityChecked(drifts('staging'))).thenRefused(
      'staging drifts from production in POOL_SIZE (staging, qa)',
    );
    prepared(parityChecked({ ...mirrors, staging: 'unknown' })).thenRefused(
      'it is not known whether staging mirrors production, which counts as no; a deployer reports what is configured there and in production',
    );
    prepared(parityChecked(drifts('qa'))).thenTypes('PromotionAuthorizationRequested');
  });

  it('is checked again after staging passed, and then qa counts too', () => {
    const staged = (answer: ParityAnswer) =>
      release(...passedUpTo('staging'), parityChecked(answer)).when(
        requestAuthorization('production'),
      );
    staged({ ...mirrors, askedAt: time('09:59:59.999') }).thenRefused(
      'the last parity check is older than what staging passed; check it again',
    );
    staged(mirrors).thenTypes('ProductionAuthorizationRequested');
    staged(drifts('qa')).thenRefused(
      'qa drifts from production in LOG_LEVEL (qa), POOL_SIZE (staging, qa)',
    );
    staged({ ...mirrors, qa: 'unknown' }).thenRefused(
      'it is not known whether qa mirrors production, which counts as no; a deployer reports what is configured there and in production',
    );
  });

  it.each<[string, ParityAnswer]>([
    [
      'the environment service did not answer whether staging mirrors production, which counts as no; try again',
      noParityAnswer,
    ],
    [
      'qa drifts from production; what is observed is not what was declared: TIMEOUT (qa)',
      {
        ...mirrors,
        qa: 'drifts',
        drift: [{ setting: 'TIMEOUT', environments: ['qa'], kind: 'declared' }],
      },
    ],
    ['qa drifts from production in LOG_LEVEL (qa), POOL_SIZE (staging, qa)', drifts('qa')],
    [
      'staging drifts from production in POOL_SIZE (staging); qa drifts from production in LOG_LEVEL (qa)',
      {
        ...mirrors,
        staging: 'drifts',
        qa: 'drifts',
        drift: [
          { setting: 'POOL_SIZE', environments: ['staging'], kind: 'between' },
          { setting: 'LOG_LEVEL', environments: ['qa'], kind: 'between' },
        ],
      },
    ],
    ['staging drifts from production in POOL_SIZE (staging, qa)', drifts('staging')],
  ])('blocks the promotion itself: %s', (sentence, parity) =>
    release(...cleared)
      .amid({ ...holding('production'), parity })
      .when(toProduction)
      .thenRefusedBy('parity-holds', sentence),
  );

  it('is not asked before production', () =>
    release(...passedUpTo('qa'))
      .amid({ ...holding('staging'), parity: noParityAnswer })
      .when(requestDeployment('staging'))
      .thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened'));
});
