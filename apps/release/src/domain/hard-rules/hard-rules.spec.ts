import type { Act } from '@roadbook/decider';
import { noParityAnswer } from '../environment-answers/answers.js';
import type { ParityAnswer } from '../environment-answers/answers.js';
import { at, time } from '../acts.fixture.js';
import type { ReleaseCommand } from '../release/commands.js';
import {
  chosen,
  contained,
  gate,
  logPrepared,
  merged,
  mirrors,
  notesCompiled,
  parityChecked,
  planned,
  planReviewed,
  planWritten,
  rehearsalEnded,
  rehearsalStarted,
  retargeted,
  tagged,
  testSuite,
  ticket,
} from '../release/history.fixture.js';
import { authorize, requestAuthorization, requestDeployment } from '../release/orders.fixture.js';
import {
  clientsAffected,
  clientsInformed,
  clientsUnaffected,
  confirmed,
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
  authorized,
  clearance,
  cleared,
  documented,
  holding,
  passed,
  passedUpTo,
  proved,
  ready,
  rehearsed,
  release,
} from '../release/release.fixture.js';

const toDev = requestDeployment('dev');
const toProduction = requestDeployment('production');

describe('what is prepared', () => {
  const begun = [planned(), merged(), chosen()];

  it.each<[string, string, ReturnType<typeof release>]>([
    ['tickets-merged', 'not merged: T-1', release(planned(), merged('T-2'), chosen())],
    [
      'tickets-present',
      'the tickets contained in the candidate were not reported',
      release(...begun),
    ],
    ['tickets-present', 'not in the candidate: T-2', release(...begun, contained(['T-1', 'T-1']))],
    [
      'tickets-present',
      'in the candidate without being targeted: T-3, constructor',
      release(...begun, contained(['T-1', 'T-2', 'T-3', 'constructor'])),
    ],
    [
      'test-suite-passed',
      'the full test suite was not run against this candidate',
      release(...begun, testSuite(), chosen('f00d', 'c0ffee')),
    ],
    [
      'test-suite-passed',
      'the full test suite is inconclusive on this candidate',
      release(...begun, testSuite('inconclusive')),
    ],
    ['quality-gate-passed', 'waiting for the quality gate of T-1, T-2', release(...begun)],
    ['design-gate-passed', 'waiting for the design gate of T-2', release(...begun)],
    [
      'security-gate-passed',
      'waiting for the security gate of T-2 (inconclusive)',
      release(...begun, gate('security', 'inconclusive')),
    ],
    ['candidate-chosen', 'no candidate was chosen for this release', release(planned())],
  ])('is refused by %s: %s', (id, sentence, given) => {
    given.when(requestAuthorization('promotion')).thenRefusedBy(id, sentence);
    given.amid(holding('dev')).when(toDev).thenRefusedBy(id, sentence);
  });

  it('names ten of many tickets', () => {
    const many = Array.from({ length: 500 }, (_, index) => ticket(`T-${String(index)}`));
    release(planned({ tickets: many }))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'tickets-merged',
        'not merged: T-0, T-1, T-2, T-3, T-4, T-5, T-6, T-7, T-8, T-9 and 490 more',
      );
  });
});

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

describe('the acknowledgement of the client communication', () => {
  const withoutClients = [
    ...passedUpTo('staging'),
    parityChecked(),
    ...[productionRequested(), productionAuthorized(), windowProposed(), windowConfirmed()],
  ];
  const production = (...history: Parameters<typeof release>) =>
    release(...withoutClients, ...history)
      .amid(holding('production'))
      .when(toProduction);
  const never = 'the client communication was not acknowledged';

  it('is asked for where clients are affected', () => {
    production().thenRefusedBy('clients-informed', never);
    production(clientsUnaffected(), clientsAffected()).thenRefusedBy('clients-informed', never);
  });

  it('is not asked for where they were declared unaffected', () =>
    production(clientsUnaffected()).thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened'));

  it('is about this very window', () =>
    production(clientsInformed(window('09:00', '11:00'))).thenRefused(
      'the client communication was acknowledged for another window',
    ));
});

describe('rule 2: four artifacts', () => {
  const others = documented.filter((_, index) => index > 0);

  it.each<[string, string, ReturnType<typeof release>]>([
    [
      'version-tagged',
      'the version tag v1.4.0 is not applied to this candidate',
      release(...ready, chosen('f00d', 'c0ffee')),
    ],
    [
      'notes-compiled',
      'the release notes are not compiled',
      release(planned(), merged(), ...proved, ...others),
    ],
    [
      'notes-compiled',
      'the release notes were compiled from other tickets than those targeted now',
      release(...ready, retargeted(ticket('T-1'), ticket('T-3'))),
    ],
    ['rollback-plan-documented', 'no rollback plan is written', release(planned(), ...proved)],
    [
      'deployment-log-prepared',
      'the deployment log is not prepared for this candidate',
      release(...ready, chosen('f00d', 'c0ffee')),
    ],
    [
      'deployment-log-prepared',
      'the deployment log was prepared with another rollback plan',
      release(...ready, planWritten('plan-2')),
    ],
    [
      'deployment-log-prepared',
      'the deployment log was prepared with other tickets than those targeted now',
      release(...ready, retargeted(ticket('T-1'))),
    ],
  ])('one missing, nothing deploys: %s: %s', (id, sentence, given) =>
    given.amid(holding('dev')).when(toDev).thenRefusedBy(id, sentence),
  );

  it('takes the tickets in any order', () =>
    release(
      planned(),
      merged(),
      ...proved,
      ...others,
      notesCompiled(),
      tagged(),
      logPrepared({ tickets: ['T-2', 'T-1'] }),
    )
      .when(requestAuthorization('promotion'))
      .thenTypes('PromotionAuthorizationRequested', 'ReleasePrepared'));
});

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

describe('rule 4: pipeline changes are annotated and confirmed first', () => {
  it('stops every promotion while one stands that was not', () => {
    const found = { ...confirmed, state: 'unannotated', changes: ['a runner', 'a cache'] } as const;
    for (const [history, order, holds] of [
      [authorized, toDev, holding('dev')],
      [cleared, toProduction, holding('production')],
    ] as const)
      release(...history)
        .amid({ ...holds, pipeline: found })
        .when(order)
        .thenRefusedBy(
          'pipeline-confirmed',
          'a pipeline change stands that was not annotated and confirmed first; revert it: a runner, a cache',
        );
  });
});

describe('rule 5: rollback before deployment', () => {
  const planned5 = [planned(), merged(), ...proved, notesCompiled(), tagged(), logPrepared()];
  const rehearsal = (...history: Parameters<typeof release>) =>
    release(...planned5, planWritten(), planReviewed(), ...history).when(
      requestAuthorization('promotion'),
    );

  it('asks for a review that passed, of this very plan', () => {
    const reviewed = (...history: Parameters<typeof release>) =>
      release(...planned5, planWritten(), ...history, ...rehearsed).when(
        requestAuthorization('promotion'),
      );
    reviewed().thenRefusedBy('rollback-plan-reviewed', 'the rollback plan is not reviewed');
    reviewed(planReviewed('failed')).thenRefusedBy(
      'rollback-plan-reviewed',
      'the review of the rollback plan did not pass; write another',
    );
    release(...ready, planWritten('plan-2'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy('rollback-plan-reviewed', 'the rollback plan is not reviewed');
  });

  it('asks for a rehearsal that passed', () => {
    rehearsal().thenRefused('the rollback plan is not rehearsed');
    rehearsal(rehearsalStarted()).thenRefused('the rollback plan is not rehearsed');
    rehearsal(rehearsalStarted(), rehearsalEnded({ verdict: 'failed' })).thenRefused(
      'the last rehearsal did not pass',
    );
  });

  it('asks for less than ten minutes', () => {
    const took = (durationSeconds: number) =>
      rehearsal(rehearsalStarted(), rehearsalEnded({ durationSeconds }));
    took(600).thenRefusedBy(
      'rollback-plan-rehearsed',
      'the last rehearsal took 600 s; it has to be under 600 s',
    );
    took(599).thenTypes('PromotionAuthorizationRequested', 'ReleasePrepared');
  });

  it('asks for a new rehearsal of a changed plan, and with a new candidate', () => {
    release(...ready, planWritten('plan-2'), planReviewed('passed', 'plan-2'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'rollback-plan-rehearsed',
        'the rollback plan has changed since it was rehearsed',
      );
    release(...ready, chosen('f00d', 'c0ffee'))
      .when(requestAuthorization('promotion'))
      .thenRefusedBy(
        'rollback-plan-rehearsed',
        'the rollback plan was rehearsed with another candidate',
      );
  });
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
