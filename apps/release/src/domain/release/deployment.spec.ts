import { at, by, reportedAt } from '../acts.fixture.js';
import { noPipelineAnswer } from '../environment-answers/answers.js';
import { blocked, chosen, gate } from './history.fixture.js';
import {
  claimDeployment,
  reportChecks,
  reportDeployment,
  reportGate,
  requestDeployment,
} from './orders.fixture.js';
import {
  allChecks,
  check,
  checked,
  claimed,
  confirmed,
  diagnosed,
  ended,
  logClosed,
  reported,
  requested,
  voided,
} from './promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  holding,
  passed,
  passedUpTo,
  release,
  verifying,
} from './release.fixture.js';

describe('claiming a deployment', () => {
  it('is for one deployer', () => {
    release(...authorized, requested('dev'))
      .when(claimDeployment('dev'))
      .thenHappens(claimed('dev'));
    release(...authorized, ...deploying('dev'))
      .when(by('other-ci', claimDeployment('dev')))
      .thenRefusedBy('deployment-unclaimed', 'a deployer has claimed this deployment already');
  });

  it('is silent for the deployer who claimed it', () =>
    release(...authorized, ...deploying('dev'))
      .when(claimDeployment('dev'))
      .thenNothing());

  it('refuses a deployment that is not known', () =>
    release(...authorized)
      .when(claimDeployment('dev'))
      .thenRefusedBy('deployment-known', 'this release has no deployment dev-1'));

  it('refuses one that has ended', () =>
    release(...authorized, requested('dev'), ended('dev', 'withdrawn', 'requested'))
      .when(claimDeployment('dev'))
      .thenRefusedBy('deployment-not-ended', 'this deployment has ended: withdrawn'));

  it('refuses from the deadline on', () => {
    release(...authorized, requested('dev'))
      .when(at('10:59:59.999', claimDeployment('dev')))
      .thenHappens(claimed('dev'));
    release(...authorized, requested('dev'))
      .when(at('11:00', claimDeployment('dev')))
      .thenRefusedBy(
        'deadline-not-passed',
        'the deadline passed at 2026-03-02T11:00:00.000Z; this is recorded as unanswered',
      );
  });

  it('refuses beside a pipeline change that was found since', () => {
    const found = { ...confirmed, state: 'unannotated', changes: ['a new runner'] } as const;
    release(...authorized, requested('dev'))
      .amid({ pipeline: found })
      .when(claimDeployment('dev'))
      .thenRefusedBy(
        'pipeline-confirmed',
        'a pipeline change stands that was not annotated and confirmed first; revert it: a new runner',
      );
    release(...authorized, requested('dev'))
      .amid({ pipeline: noPipelineAnswer })
      .when(claimDeployment('dev'))
      .thenRefused(
        'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again',
      );
  });
});

describe('claiming a deployment to production', () => {
  const production = release(...cleared, requested('production'));

  it('is accepted from the start of the window up to, not including, its end', () => {
    production.when(at('09:00', claimDeployment('production'))).thenTypes('DeploymentClaimed');
    production
      .when(at('08:59:59.999', claimDeployment('production')))
      .thenRefusedBy('window-open', 'the window opens at 2026-03-02T09:00:00.000Z');
  });

  it('is refused once the window has ended', () => {
    const late = requestDeployment('production');
    release(...cleared)
      .amid(holding('production'))
      .when(at('11:59:59.999', late))
      .thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened');
    release(...cleared)
      .amid(holding('production'))
      .when(at('12:00', late))
      .thenRefusedBy(
        'window-confirmed',
        'the window that ended at 2026-03-02T12:00:00.000Z has lapsed; propose a new one',
      );
  });
});

describe('reporting a deployment', () => {
  it('awaits its checks when it succeeded', () =>
    release(...authorized, ...deploying('dev'))
      .when(reportDeployment('dev'))
      .thenHappens(reported('dev')));

  it.each(['failed', 'errored'] as const)('ends the promotion when it %s', (outcome) =>
    release(...authorized, ...deploying('dev'))
      .when(reportDeployment('dev', outcome))
      .thenHappens(reported('dev', outcome), ended('dev', outcome, 'deploying')),
  );

  it('is silent when it was reported so before, however late', () => {
    const failed = [reported('dev', 'failed'), ended('dev', 'failed', 'deploying')];
    release(...authorized, ...verifying('dev'))
      .when(reportDeployment('dev'))
      .thenNothing();
    release(...passedUpTo('dev'))
      .when(reportDeployment('dev'))
      .thenNothing();
    release(...authorized, ...deploying('dev'), ...failed, diagnosed('dev'), requested('dev', 2))
      .when(reportDeployment('dev', 'failed'))
      .thenNothing();
    release(...authorized, ...deploying('dev'), ...failed, chosen('f00d', 'c0ffee'))
      .when(reportDeployment('dev', 'failed'))
      .thenNothing();
  });

  it('is for the deployer who claimed it', () =>
    release(...authorized, ...deploying('dev'))
      .when(by('other-ci', reportDeployment('dev')))
      .thenRefusedBy(
        'reporter-has-claimed',
        'a deployment is reported by the deployer who claimed it',
      ));

  it('refuses another outcome than the one that was reported', () =>
    release(...authorized, ...verifying('dev'))
      .when(reportDeployment('dev', 'failed'))
      .thenRefusedBy(
        'deployment-awaited',
        'this deployment was reported as succeeded already, and that report stands; report the checks that fail instead',
      ));

  it('refuses success after a failure that was reported', () =>
    release(
      ...authorized,
      ...deploying('dev'),
      reported('dev', 'failed'),
      ended('dev', 'failed', 'deploying'),
    )
      .when(reportDeployment('dev'))
      .thenRefusedBy(
        'deployment-awaited',
        'this deployment was reported as failed already, and that report stands; a new try is another deployment',
      ));

  it('refuses an outcome that rests on nothing', () =>
    release(...authorized, ...deploying('dev'))
      .when({
        ...reportDeployment('dev'),
        what: {
          type: 'ReportDeployment',
          data: { deployment: 'dev-1', outcome: 'succeeded', evidence: {} },
        },
      })
      .thenRefusedBy('evidence-given', 'a verdict rests on evidence: a link, a digest or a note'));
});

describe('reporting checks', () => {
  const [first = check(''), ...others] = allChecks('staging');
  const atStaging = [...passedUpTo('qa'), ...verifying('staging')];

  it('passes the environment when every required check has passed', () => {
    release(...atStaging)
      .when(reportChecks('staging', [first]))
      .thenHappens(checked('staging', [first]));
    release(...atStaging, checked('staging', [first]))
      .when(reportChecks('staging', others))
      .thenHappens(checked('staging', others), ended('staging', 'passed'));
  });

  it('ends with the first check that failed', () => {
    const bad = [check('performance-baseline', 'failed')];
    release(...atStaging)
      .when(reportChecks('staging', bad))
      .thenHappens(checked('staging', bad), ended('staging', 'failed'));
  });

  it('waits on an inconclusive one, which may pass later', () => {
    const open = [check(first.check, 'inconclusive'), ...others];
    release(...atStaging)
      .when(reportChecks('staging', open))
      .thenHappens(checked('staging', open));
    release(...atStaging, checked('staging', open))
      .when(at('10:01', reportChecks('staging', [first])))
      .thenHappens(checked('staging', [first]), ended('staging', 'passed'));
  });

  it('lets the verdict with the later reporter’s time stand, the worse one at equal times', () => {
    const open = [check(first.check, 'inconclusive')];
    const passedThen = reportedAt('09:50', checked('staging', [first]));
    release(...atStaging, passedThen, reportedAt('09:40', checked('staging', open)))
      .when(reportChecks('staging', others))
      .thenHappens(checked('staging', others), ended('staging', 'passed'));
    release(...atStaging, passedThen, reportedAt('09:50', checked('staging', open)))
      .when(reportChecks('staging', others))
      .thenHappens(checked('staging', others));
  });

  it('is silent for a duplicate, however late', () => {
    release(...atStaging, checked('staging', [first]))
      .when(reportChecks('staging', [first]))
      .thenNothing();
    release(...passedUpTo('staging'), chosen('f00d', 'c0ffee'))
      .when(reportChecks('staging'))
      .thenNothing();
  });

  it('refuses a check that the environment does not have', () =>
    release(...atStaging)
      .when(reportChecks('staging', [check('smoke-tests')]))
      .thenRefusedBy(
        'checks-known',
        'no such check here: smoke-tests; there are full-test-suite, performance-baseline, behaviour-as-expected',
      ));

  it('refuses a check that rests on nothing', () =>
    release(...atStaging)
      .when(reportChecks('staging', [{ ...first, evidence: {} }]))
      .thenRefusedBy(
        'checks-evidence-given',
        'a verdict rests on evidence, a link, a digest or a note: full-test-suite',
      ));

  it('refuses before the deployment was reported', () =>
    release(...passedUpTo('qa'), ...deploying('staging'))
      .when(reportChecks('staging'))
      .thenRefusedBy(
        'verification-awaited',
        'report the deployment as succeeded before its checks',
      ));

  it('makes the release live and closes its log when production passes', () =>
    release(...cleared, ...verifying('production'))
      .when(reportChecks('production'))
      .thenHappens(checked('production'), ended('production', 'passed'), logClosed('SUCCESS')));
});

describe('a deployment that a deployer has claimed', () => {
  const red = [gate('quality', 'failed', ['T-1']), voided('the quality gate is no longer passed')];

  it('is not withdrawn by a gate that turns red', () =>
    release(...passedUpTo('dev'), ...deploying('qa'))
      .when(at('10:01', reportGate('quality', 'failed', ['T-1'])))
      .thenHappens(red));

  it('runs to its end, and its report and checks are recorded as they are', () => {
    const running = [...passedUpTo('dev'), ...deploying('qa'), ...red, blocked()];
    release(...running)
      .when(reportDeployment('qa'))
      .thenHappens(reported('qa'));
    release(...running, reported('qa'))
      .when(reportChecks('qa'))
      .thenHappens(checked('qa'), ended('qa', 'passed'));
  });

  it('is followed by nothing', () =>
    release(...passedUpTo('dev'), ...passed('qa'), ...red, blocked())
      .amid(holding('staging'))
      .when(requestDeployment('staging'))
      .thenRefused(
        'waiting for the quality gate of T-1 (failed)',
        'the authorization of the promotion was voided: the quality gate is no longer passed',
        'a security block stands: a leak is suspected',
      ));
});
