import type { Act } from '@roadbook/decider/acting';
import { at } from '../acts.fixture.js';
import type { ReleaseCommand } from '../release/commands.js';
import { parityChecked, testSuite } from '../release/history.fixture.js';
import { authorize, requestAuthorization, requestDeployment } from '../release/orders.fixture.js';
import {
  ended,
  productionAuthorized,
  productionDenied,
  productionRequested,
  promotionAuthorized,
  promotionRequested,
  voided,
  window,
  windowConfirmed,
  windowProposed,
} from '../release/promotion.fixture.js';
import {
  clearance,
  holding,
  passed,
  passedUpTo,
  ready,
  release,
} from '../release/release.fixture.js';

const toDev = requestDeployment('dev');
const toProduction = requestDeployment('production');

describe('rule 1: no direct deploy to production', () => {
  it.each<[string, string, ReturnType<typeof release>]>([
    [
      'promotion-authorized',
      'the promotion waits for its authorization',
      release(...ready, promotionRequested()),
    ],
    [
      'promotion-authorized',
      'the authorization of the promotion was not requested yet',
      release(...ready),
    ],
  ])('nothing deploys, dev included: %s: %s', (id, sentence, given) =>
    given.amid(holding('dev')).when(toDev).thenRefusedBy(id, sentence),
  );

  const staged = [...passedUpTo('staging'), parityChecked()];
  const granted = [...staged, productionRequested(), productionAuthorized()];

  it.each<[string, string, ReturnType<typeof release>]>([
    [
      'production-authorized',
      'the authorization of production was not requested yet',
      release(...staged),
    ],
    [
      'production-authorized',
      'production waits for its authorization',
      release(...staged, productionRequested()),
    ],
    [
      'production-authorized',
      'the authorization of production was denied: not now',
      release(...staged, productionRequested(), productionDenied()),
    ],
    [
      'production-authorized',
      'the authorization of production was voided: the tickets were retargeted',
      release(...granted, voided('the tickets were retargeted')),
    ],
    ['window-confirmed', 'no window was proposed for production', release(...granted)],
    [
      'window-confirmed',
      'the proposed window waits for its confirmation',
      release(...granted, windowProposed()),
    ],
    [
      'window-open',
      'the window opens at 2026-03-02T10:00:00.001Z',
      release(...granted, windowConfirmed(window('10:00:00.001'))),
    ],
    ['window-open', 'no window is open', release(...granted, windowProposed())],
  ])('production: %s: %s', (id, sentence, given) =>
    given.amid(holding('production')).when(toProduction).thenRefusedBy(id, sentence),
  );
});

describe('everything that holds is asked again when an authorization is granted', () => {
  it.each<[Act<ReleaseCommand>, ReturnType<typeof release>]>([
    [authorize('promotion'), release(...ready, promotionRequested(), testSuite('failed'))],
    [
      at('10:01', authorize('production')),
      release(
        ...passedUpTo('staging'),
        parityChecked(),
        productionRequested(),
        testSuite('failed'),
      ),
    ],
  ])('and refused', (order, given) =>
    given
      .when(order)
      .thenRefusedBy('test-suite-passed', 'the full test suite is failed on this candidate'),
  );

  it('asks for staging before the authorization of production', () => {
    const waits = 'this candidate has not passed staging, which comes before production';
    release(...passedUpTo('qa'))
      .when(requestAuthorization('production'))
      .thenRefusedBy('previous-environment-passed', waits);
    release(...passedUpTo('qa'), ...clearance, ended('staging', 'failed'))
      .amid(holding('production'))
      .when(toProduction)
      .thenRefusedBy('previous-environment-passed', waits);
    release(...ready, promotionRequested(), promotionAuthorized(), ...passed('dev'))
      .when(requestAuthorization('production'))
      .thenRefused(waits);
  });
});
