import { as, at, by, reportedAt } from '../acts.fixture.js';
import {
  blocked,
  gate,
  ticket,
  tickets,
  mirrors,
  parityChecked,
  planned,
  testSuite,
  withdrawn,
} from './history.fixture.js';
import {
  authorize,
  deny,
  reportGate,
  requestAuthorization,
  retargetTickets,
  widenSecurityScope,
} from './orders.fixture.js';
import {
  deploymentWithdrawn,
  ended,
  productionAuthorized,
  productionDenied,
  productionRequested,
  promotionAuthorized,
  promotionDenied,
  promotionRequested,
  requested,
  voided,
} from './promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  live,
  passedUpTo,
  ready,
  release,
  verifying,
} from './release.fixture.js';

const staged = [...passedUpTo('staging'), parityChecked({ ...mirrors, id: 'ParityReported#2' })];

describe('requesting an authorization', () => {
  it('asks for the promotion when the release is prepared', () =>
    release(...ready)
      .when(requestAuthorization('promotion'))
      .thenHappens(promotionRequested()));

  it('asks for production when staging has passed', () =>
    release(...staged)
      .when(requestAuthorization('production'))
      .thenHappens(productionRequested()));

  it('puts on record whoever else requests it, until it is granted', () => {
    release(...ready, promotionRequested())
      .when(by('jo', requestAuthorization('promotion')))
      .thenHappens(by('jo', promotionRequested()));
    release(...staged, productionRequested())
      .when(by('jo', requestAuthorization('production')))
      .thenHappens(by('jo', productionRequested()));
    release(...ready, promotionRequested(), by('jo', promotionRequested()))
      .when(by('jo', requestAuthorization('promotion')))
      .thenNothing();
    release(...authorized)
      .when(by('jo', requestAuthorization('promotion')))
      .thenNothing();
  });

  it('is silent while it is requested or granted', () => {
    release(...ready, promotionRequested())
      .when(requestAuthorization('promotion'))
      .thenNothing();
    release(...authorized)
      .when(requestAuthorization('promotion'))
      .thenNothing();
    release(...staged, productionRequested())
      .when(requestAuthorization('production'))
      .thenNothing();
  });

  it('may be requested again after it was denied or voided', () => {
    release(...ready, promotionRequested(), promotionDenied())
      .when(requestAuthorization('promotion'))
      .thenHappens(promotionRequested());
    release(...authorized, voided('a security block was set'))
      .when(requestAuthorization('promotion'))
      .thenHappens(promotionRequested());
  });

  it('waits for the promotion and for staging, for production', () => {
    release(...ready)
      .when(requestAuthorization('production'))
      .thenRefusedBy(
        'promotion-authorized',
        'the authorization of the promotion was not requested yet',
      );
    release(...passedUpTo('qa'))
      .when(requestAuthorization('production'))
      .thenRefused('this candidate has not passed staging, which comes before production');
  });

  it('waits while a security block stands', () =>
    release(...ready, blocked())
      .when(requestAuthorization('promotion'))
      .thenRefused('a security block stands: a leak is suspected'));

  it('is refused for a release that goes nowhere any more', () => {
    release(planned(), withdrawn())
      .when(requestAuthorization('promotion'))
      .thenRefused('1.4.0 was withdrawn');
    release(...live, voided('a gate'))
      .when(requestAuthorization('production'))
      .thenRefusedBy(
        'release-on-the-road',
        '1.4.0 is verified in production; what changes from here is a new version',
      );
  });
});

describe('authorizing', () => {
  it('is the yes to what was requested', () => {
    release(...ready, promotionRequested())
      .when(authorize('promotion'))
      .thenHappens(promotionAuthorized());
    release(...staged, productionRequested())
      .when(authorize('production'))
      .thenHappens(productionAuthorized());
  });

  it('is silent when it was granted', () =>
    release(...authorized)
      .when(authorize('promotion'))
      .thenNothing());

  it('takes a request first', () => {
    release(...ready)
      .when(authorize('promotion'))
      .thenRefusedBy('authorization-requested', 'nobody requested the authorization of promotion');
    release(...staged)
      .when(authorize('production'))
      .thenRefusedBy('authorization-requested', 'nobody requested the authorization of production');
  });

  it('is never granted by whoever requested it, whatever their roles', () =>
    release(...ready, by('jo', promotionRequested()))
      .when(by('jo', authorize('promotion')))
      .thenRefusedBy('requester-does-not-authorize', 'nobody authorizes what they requested'));

  it('is never granted by anybody who requested it too, but by those who requested an earlier one', () => {
    const both = [by('ana', promotionRequested()), by('jo', promotionRequested())];
    for (const requester of ['ana', 'jo'])
      release(...ready, ...both)
        .when(by(requester, authorize('promotion')))
        .thenRefusedBy('requester-does-not-authorize', 'nobody authorizes what they requested');
    release(...staged, productionRequested(), by('jo', productionRequested()))
      .when(by('jo', authorize('production')))
      .thenRefusedBy('requester-does-not-authorize', 'nobody authorizes what they requested');
    release(...ready, ...both, promotionDenied(), promotionRequested())
      .when(by('jo', authorize('promotion')))
      .thenHappens(by('jo', promotionAuthorized()));
  });

  it('is for the orchestrator', () =>
    release(...ready, promotionRequested())
      .when(as('cto', authorize('promotion')))
      .thenRefusedBy('role-permitted', 'this is for orchestrator, not for cto'));

  it('asks again for everything that has to hold', () =>
    release(...ready, promotionRequested(), at('10:05', testSuite('failed')))
      .when(at('10:06', authorize('promotion')))
      .thenRefusedBy('test-suite-passed', 'the full test suite is failed on this candidate'));
});

describe('denying', () => {
  it('is the no to what was requested', () => {
    release(...ready, promotionRequested())
      .when(deny('promotion'))
      .thenHappens(promotionDenied());
    release(...staged, productionRequested())
      .when(deny('production', 'not today'))
      .thenHappens(productionDenied('not today'));
  });

  it('takes a yes back, and withdraws a request that nobody has taken up', () =>
    release(...authorized, requested('dev'))
      .when(deny('promotion'))
      .thenHappens(
        promotionDenied(),
        deploymentWithdrawn('dev', 'not now'),
        ended('dev', 'withdrawn', 'requested'),
      ));

  it('comes too late once a deployer has acted on the yes, until the promotion has ended', () => {
    const claimed = (environment: string) =>
      `a deployer has claimed the deployment to ${environment}; it runs to its end first`;
    release(...authorized, ...deploying('dev'))
      .when(deny('promotion'))
      .thenRefusedBy('nothing-being-deployed', claimed('dev'));
    for (const underWay of [deploying('production'), verifying('production')])
      release(...cleared, ...underWay)
        .when(deny('production'))
        .thenRefusedBy('nothing-being-deployed', claimed('production'));
    release(...cleared, ...deploying('production'), ended('production', 'errored', 'deploying'))
      .when(deny('production'))
      .thenHappens(productionDenied());
  });

  it('is silent when it was denied', () =>
    release(...ready, promotionRequested(), promotionDenied())
      .when(deny('promotion'))
      .thenNothing());

  it('takes a request first', () =>
    release(...ready)
      .when(deny('promotion'))
      .thenRefusedBy('authorization-requested', 'nobody requested the authorization of promotion'));
});

describe('an authorization', () => {
  it('is voided by a gate that leaves passed', () =>
    release(...authorized)
      .when(at('10:05', reportGate('quality', 'inconclusive', ['T-1'])))
      .thenHappens(
        gate('quality', 'inconclusive', ['T-1']),
        voided('the quality gate is no longer passed'),
      ));

  it('is voided by retargeted tickets, and by a gate that a wider scope asks for', () => {
    release(...authorized)
      .when(retargetTickets(...tickets, ticket('T-3')))
      .thenTypes('TicketsRetargeted', 'AuthorizationsVoided');
    release(...authorized)
      .when(widenSecurityScope('T-1', 'pii'))
      .thenTypes('SecurityScopeWidened', 'AuthorizationsVoided');
  });

  it('is voided while it is only requested', () =>
    release(...ready, promotionRequested())
      .when(at('10:05', reportGate('design', 'failed')))
      .thenHappens(gate('design', 'failed'), voided('the design gate is no longer passed')));

  it('is not voided by a late older verdict', () =>
    release(...authorized)
      .when(reportedAt('09:59', reportGate('quality', 'failed', ['T-1'])))
      .thenTypes('GateReported'));
});
