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
      { setting: 'LOG_LEVEL', environments: ['qa'] },
      { setting: 'POOL_SIZE', environments: ['staging', 'qa'] },
    ],
  });
  const prepared = (...history: Parameters<typeof release>) =>
    release(...ready, ...history).when(requestAuthorization('promotion'));

  it('is checked for what is prepared, where staging has to mirror production', () => {
    release(planned(), chosen())
      .when(requestAuthorization('promotion'))
      .thenRefusedBy('parity-verified', 'parity was not checked for this candidate');
    prepared(parityChecked(drifts('staging'))).thenRefused(
      'staging drifts from production in POOL_SIZE',
    );
    prepared(parityChecked({ ...mirrors, staging: 'unknown' })).thenRefused(
      'it is not known whether staging mirrors production, which counts as no',
    );
    prepared(parityChecked(drifts('qa'))).thenTypes('PromotionAuthorizationRequested');
  });

  it('is checked again after staging passed, and then qa counts too', () => {
    const staged = (answer: ParityAnswer) =>
      release(...passedUpTo('staging'), parityChecked(answer)).when(
        requestAuthorization('production'),
      );
    staged({ ...mirrors, answeredAt: time('09:59:59.999') }).thenRefused(
      'the last parity check is older than what staging passed; check it again',
    );
    release(...passedUpTo('staging'), parityChecked({ ...mirrors, answeredAt: time('09:00') }))
      .amid({ parity: { ...mirrors, answeredAt: time('09:30') } })
      .when(requestAuthorization('production'))
      .thenRefused(
        'the last parity check is older than what staging passed; report parity anew, then check it again',
      );
    staged(mirrors).thenTypes('ProductionAuthorizationRequested');
    staged(drifts('qa')).thenRefused('qa drifts from production in LOG_LEVEL, POOL_SIZE');
    staged({ ...mirrors, qa: 'unknown' }).thenRefused(
      'it is not known whether qa mirrors production, which counts as no',
    );
  });

  it.each<[string, ParityAnswer]>([
    ['it is not known whether staging mirrors production, which counts as no', noParityAnswer],
    [
      'what is known of parity is older than what staging passed',
      { ...mirrors, answeredAt: time('09:00') },
    ],
    ['qa drifts from production in LOG_LEVEL, POOL_SIZE', drifts('qa')],
    ['staging drifts from production in POOL_SIZE', drifts('staging')],
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
