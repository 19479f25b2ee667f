import { at, by, reportedAt } from '../acts.fixture.js';
import { chosen } from './history.fixture.js';
import {
  diagnoseFailure,
  reportChecks,
  reportDeployment,
  requestDeployment,
} from './orders.fixture.js';
import {
  check,
  checked,
  deadlineMissed,
  deploymentWithdrawn,
  diagnosed,
  ended,
  overturned,
  reported,
  reportedLate,
  requested,
  rollbackStarted,
} from './promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  holding,
  live,
  passed,
  passedUpTo,
  release,
  standing,
  verifying,
} from './release.fixture.js';

const failed = [check('integration-tests', 'failed')];
const inconclusive = [check('integration-tests', 'inconclusive')];
const unhealthy = [check('health-checks', 'failed')];

describe('a check that fails after its environment has passed', () => {
  it('withdraws what the environment had passed', () =>
    release(...passedUpTo('qa'))
      .when(reportChecks('qa', failed))
      .thenHappens(checked('qa', failed), overturned('qa')));

  it('closes the road until it is diagnosed and tried anew', () => {
    const late = [...passedUpTo('qa'), checked('qa', failed), overturned('qa')];
    release(...late)
      .amid(holding('staging'))
      .when(requestDeployment('staging'))
      .thenRefused('this candidate has not passed qa, which comes before staging');
    release(...late)
      .amid(holding('qa', 2))
      .when(requestDeployment('qa', 2))
      .thenRefused('the last deployment to qa ended failed; record its diagnosis and resolution');
    release(...late)
      .when(diagnoseFailure('qa'))
      .thenHappens(diagnosed('qa'));
    release(...late, diagnosed('qa'))
      .amid(holding('qa', 2))
      .when(requestDeployment('qa', 2))
      .thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened');
  });

  it('closes it also where environments behind it were passed since', () =>
    release(...passedUpTo('staging'), checked('dev', []), overturned('dev'))
      .amid(holding('production'))
      .when(requestDeployment('production'))
      .thenRefusedBy(
        'previous-environment-passed',
        'this candidate has not passed dev, which comes before production',
      ));

  it('withdraws the request that came after it, and lets run what a deployer has claimed', () => {
    release(...passedUpTo('qa'), requested('staging'))
      .when(reportChecks('qa', failed))
      .thenHappens(
        checked('qa', failed),
        overturned('qa'),
        deploymentWithdrawn(
          'staging',
          'this candidate has not passed qa, which comes before staging',
        ),
        ended('staging', 'withdrawn', 'requested'),
      );
    release(...passedUpTo('qa'), ...deploying('staging'))
      .when(reportChecks('qa', failed))
      .thenHappens(checked('qa', failed), overturned('qa'));
  });

  it('counts as unanswered where the check is inconclusive by now', () =>
    release(...passedUpTo('qa'))
      .when(at('10:01', reportChecks('qa', inconclusive)))
      .thenHappens(checked('qa', inconclusive), overturned('qa', 'unanswered')));

  it('is recorded and changes nothing where its reporter’s time is older than what stands', () =>
    release(...passedUpTo('qa'))
      .when(reportedAt('09:00', reportChecks('qa', failed)))
      .thenHappens(checked('qa', failed)));

  it('is silent the second time', () => {
    const said = reportedAt('10:00:30', checked('qa', failed));
    release(...passedUpTo('qa'), said, overturned('qa'))
      .when(reportedAt('10:00:30', reportChecks('qa', failed)))
      .thenNothing();
  });

  it('is recorded and changes nothing where another candidate or attempt has followed, or the end of the road', () => {
    const again = [ended('qa', 'failed'), diagnosed('qa'), requested('qa', 2)];
    release(...passedUpTo('qa'), chosen('f00d', 'c0ffee'))
      .when(reportChecks('qa', failed))
      .thenHappens(checked('qa', failed));
    release(...passedUpTo('dev'), ...verifying('qa'), ...again)
      .when(reportChecks('qa', failed))
      .thenHappens(checked('qa', failed));
    release(...live)
      .when(reportChecks('qa', failed))
      .thenHappens(checked('qa', failed));
  });
});

describe('a check that passes after its attempt has failed', () => {
  it('is recorded, and the environment is tried anew all the same', () =>
    release(...passedUpTo('dev'), ...verifying('qa'), checked('qa', failed), ended('qa', 'failed'))
      .when(at('10:01', reportChecks('qa')))
      .thenHappens(checked('qa')));
});

describe('a check of production that fails after its verification', () => {
  it('is found to have failed, as long as the release stands there', () => {
    for (const there of [standing('1.4.0'), holding('production')])
      release(...live)
        .amid(there)
        .when(reportChecks('production', unhealthy))
        .thenHappens(checked('production', unhealthy), overturned('production'));
  });

  it('is recorded only, where another release has followed or it is rolled back already', () => {
    release(...live)
      .amid(standing('1.5.0'))
      .when(reportChecks('production', unhealthy))
      .thenHappens(checked('production', unhealthy));
    release(...live, rollbackStarted())
      .amid(standing('1.4.0'))
      .when(reportChecks('production', unhealthy))
      .thenHappens(checked('production', unhealthy));
  });

  it('is recorded only, where it is inconclusive: nothing definite is known', () => {
    const open = [check('health-checks', 'inconclusive')];
    release(...live)
      .amid(standing('1.4.0'))
      .when(at('10:01', reportChecks('production', open)))
      .thenHappens(checked('production', open));
  });
});

describe('what is reported of an attempt that nobody had answered for', () => {
  const unanswered = [...deploying('dev'), ended('dev', 'unanswered', 'deploying')];

  it('is recorded, and passes nothing', () => {
    release(...authorized, ...unanswered)
      .when(reportDeployment('dev'))
      .thenHappens(reportedLate('dev', 'succeeded'));
    release(...authorized, ...unanswered, reportedLate('dev', 'succeeded'))
      .when(reportChecks('dev'))
      .thenHappens(checked('dev'));
    release(...authorized, ...verifying('dev'), ended('dev', 'unanswered'))
      .when(reportChecks('dev'))
      .thenHappens(checked('dev'));
  });

  it('is recorded behind the missed deadline, where that was not recorded yet', () => {
    release(...authorized, ...deploying('dev'))
      .when(at('11:00', reportDeployment('dev')))
      .thenHappens(
        deadlineMissed('dev', 'deploying', '11:00'),
        ended('dev', 'unanswered', 'deploying'),
        reportedLate('dev', 'succeeded'),
      );
    release(...authorized, ...verifying('dev'))
      .when(at('10:15', reportChecks('dev')))
      .thenHappens(
        deadlineMissed('dev', 'verifying', '10:15'),
        ended('dev', 'unanswered', 'verifying'),
        checked('dev'),
      );
  });

  it('is still reported by whoever claimed it, and once', () => {
    release(...authorized, ...unanswered)
      .when(by('other-ci', reportDeployment('dev')))
      .thenRefused('a deployment is reported by the deployer who claimed it');
    release(...authorized, ...unanswered, reportedLate('dev', 'succeeded'))
      .when(reportDeployment('dev', 'failed'))
      .thenRefused(
        'this deployment was reported as succeeded already, and that report stands; report the checks that fail instead',
      );
    release(...authorized, ...unanswered)
      .when(reportChecks('dev'))
      .thenRefused('report the deployment as succeeded before its checks');
  });

  it('is rolled back from production where it failed, however late', () => {
    const past = [...cleared, ...deploying('production')];
    const silent = [...past, ended('production', 'unanswered', 'deploying')];
    release(...silent)
      .when(reportDeployment('production', 'failed'))
      .thenHappens(
        reportedLate('production', 'failed'),
        overturned('production', 'failed', 'deploying'),
      );
    release(...silent, reportedLate('production', 'succeeded'))
      .when(reportChecks('production', unhealthy))
      .thenHappens(
        checked('production', unhealthy),
        overturned('production', 'failed', 'deploying'),
      );
    release(...silent)
      .when(reportDeployment('production', 'errored'))
      .thenHappens(reportedLate('production', 'errored'));
  });

  it('starts no second rollback where the missed deadline has started one', () =>
    release(...cleared, ...verifying('production'), ended('production', 'unanswered'))
      .when(reportChecks('production', unhealthy))
      .thenHappens(checked('production', unhealthy)));
});

describe('a verification that is under way', () => {
  it('ends as before', () => {
    release(...authorized, ...deploying('dev'), reported('dev'))
      .when(reportChecks('dev'))
      .thenHappens(checked('dev'), ended('dev', 'passed'));
    release(...authorized, ...passed('dev'))
      .when(reportChecks('dev'))
      .thenNothing();
  });
});
