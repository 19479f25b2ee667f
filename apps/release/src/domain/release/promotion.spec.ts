import { noPipelineAnswer } from '../environment-answers/answers.js';
import {
  chosen,
  merged,
  mirrors,
  parityChecked,
  planned,
  prepared,
  withdrawn,
} from './history.fixture.js';
import { requestDeployment } from './orders.fixture.js';
import {
  claimAbandoned,
  clientsInformed,
  diagnosed,
  ended,
  productionAuthorized,
  productionRequested,
  promotionAuthorized,
  promotionRequested,
  reported,
  requested,
  windowConfirmed,
  windowProposed,
} from './promotion.fixture.js';
import {
  authorized,
  cleared,
  deploying,
  documented,
  holding,
  live,
  passed,
  passedUpTo,
  proved,
  registered,
  release,
  standing,
  verifying,
} from './release.fixture.js';

describe('requesting a deployment', () => {
  it('asks a deployer to act, with everything needed, and opens the entry of the log', () =>
    release(...authorized)
      .amid(holding('dev'))
      .when(requestDeployment('dev'))
      .thenHappens(requested('dev')));

  it('says which parity answer it was decided with, for production', () =>
    release(...cleared)
      .amid(holding('production'))
      .when(requestDeployment('production'))
      .thenHappens(requested('production')));

  it('is silent when this deployment was requested before, even of a candidate that was replaced', () => {
    release(...authorized, requested('dev'))
      .when(requestDeployment('dev'))
      .thenNothing();
    release(...authorized, ...passed('dev'), chosen('f00d', 'c0ffee'))
      .when(requestDeployment('dev'))
      .thenNothing();
  });

  it('refuses a claim that the system has released', () =>
    release(...authorized, claimAbandoned('dev', 'dev-1'))
      .amid(holding('dev'))
      .when(requestDeployment('dev'))
      .thenRefusedBy(
        'claim-not-abandoned',
        'the claim on the environment was released because nothing started on it in time; ask again',
      ));

  it('refuses a claim that the road does not hold', () =>
    release(...authorized)
      .when(requestDeployment('dev'))
      .thenRefusedBy('claim-stands', 'the road holds no such claim on dev; ask again'));

  it('tries an environment again as a new attempt once the failure was diagnosed', () => {
    const failed = [
      ...deploying('dev'),
      reported('dev', 'failed'),
      ended('dev', 'failed', 'deploying'),
    ];
    release(...authorized, ...failed)
      .amid(holding('dev', 2))
      .when(requestDeployment('dev', 2))
      .thenRefusedBy(
        'failure-diagnosed',
        'the last deployment to dev ended failed; record its diagnosis and resolution',
      );
    release(...authorized, ...failed, diagnosed('dev'))
      .amid(holding('dev', 2))
      .when(requestDeployment('dev', 2))
      .thenHappens(requested('dev', 2));
  });

  it('tries again without a diagnosis what nobody had taken up', () =>
    release(...authorized, requested('dev'), ended('dev', 'withdrawn', 'requested'))
      .amid(holding('dev', 2))
      .when(requestDeployment('dev', 2))
      .thenHappens(requested('dev', 2)));

  it('tries an errored deployment to production again, inside the window', () =>
    release(...cleared, ...deploying('production'), ended('production', 'errored', 'deploying'))
      .amid(holding('production', 2))
      .when(requestDeployment('production', 2))
      .thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened'));

  it('never tries again what failed in production', () =>
    release(...cleared, ...verifying('production'), ended('production', 'failed'))
      .amid(holding('production', 2))
      .when(requestDeployment('production', 2))
      .thenRefusedBy(
        'production-not-failed',
        '1.4.0 is rolled back from production, where it failed; its fix is a new version',
      ));
});

describe('the path to production', () => {
  it('refuses an environment before the one before it has passed', () =>
    release(...authorized)
      .amid(holding('qa'))
      .when(requestDeployment('qa'))
      .thenRefusedBy(
        'previous-environment-passed',
        'this candidate has not passed dev, which comes before qa',
      ));

  it('refuses an environment that the candidate has passed', () =>
    release(...passedUpTo('dev'))
      .amid(holding('dev', 2))
      .when(requestDeployment('dev', 2))
      .thenRefusedBy('environment-not-passed', 'this candidate has already passed dev'));

  it('starts again with a new candidate', () =>
    release(...passedUpTo('staging'), chosen('f00d', 'c0ffee'))
      .amid(holding('production'))
      .when(requestDeployment('production'))
      .thenRefusedBy(
        'previous-environment-passed',
        'this candidate has not passed staging, which comes before production',
      ));

  it('lets one deployment at a time be under way', () =>
    release(...passedUpTo('dev'), ...deploying('qa'))
      .amid(holding('qa', 2))
      .when(requestDeployment('qa', 2))
      .thenRefusedBy('no-deployment-under-way', 'the deployment to qa has not ended yet'));

  it('refuses everything once the release is withdrawn', () =>
    release(...authorized, withdrawn())
      .amid(holding('dev'))
      .when(requestDeployment('dev'))
      .thenRefusedBy('release-on-the-road', '1.4.0 was withdrawn'));

  it('refuses what is live', () =>
    release(...live)
      .amid(holding('production', 2))
      .when(requestDeployment('production', 2))
      .thenRefusedBy(
        'release-on-the-road',
        '1.4.0 is verified in production; what changes from here is a new version',
      ));

  it('refuses before a candidate was chosen', () =>
    release(planned())
      .when(requestDeployment('dev'))
      .thenRefusedBy('candidate-chosen', 'no candidate was chosen for this release'));

  it('refuses an environment that belongs to another promotion', () =>
    release(...authorized)
      .amid({
        road: {
          ...registered,
          claims: {
            dev: {
              claim: 'other',
              version: '1.5.0',
              candidate: 'f00d',
              kind: 'standard',
              event: 'EnvironmentClaimed#1',
              commandId: 'command',
            },
          },
        },
      })
      .when(requestDeployment('dev'))
      .thenRefusedBy(
        'environment-free',
        'dev belongs to the promotion of 1.5.0 until that has ended',
      ));

  it('refuses a version that another has overtaken meanwhile', () =>
    release(...authorized)
      .amid(standing('1.5.0'))
      .when(requestDeployment('dev'))
      .thenRefusedBy(
        'version-higher',
        '1.5.0 has already started its promotion to production; a version never goes back, so plan one above 1.5.0',
      ));

  it('refuses while the pipeline is not known to be confirmed', () =>
    release(...authorized)
      .amid({ ...holding('dev'), pipeline: noPipelineAnswer })
      .when(requestDeployment('dev'))
      .thenRefused(
        'the environment service did not answer whether the pipeline is as it was confirmed, which counts as no; try again',
      ));
});

describe('the hotfix path', () => {
  const hotfix = [
    planned({ kind: 'hotfix', version: '1.4.0' }),
    merged(),
    ...proved,
    ...documented,
    prepared(),
    promotionRequested(),
    promotionAuthorized(),
  ];
  const road = (environment: 'dev' | 'staging' | 'production') => ({
    road: { ...holding(environment).road, ...{ standing: standing('1.4.0').road.standing } },
  });

  it('begins in staging', () =>
    release(...hotfix)
      .amid(road('staging'))
      .when(requestDeployment('staging'))
      .thenHappens(requested('staging')));

  it('has no dev and no qa', () =>
    release(...hotfix)
      .amid(road('dev'))
      .when(requestDeployment('dev'))
      .thenRefusedBy(
        'environment-on-path',
        'dev is not on the path of a hotfix: staging, production',
      ));

  it('leads to production, with qa drifting', () =>
    release(
      ...hotfix,
      ...passed('staging'),
      parityChecked({ ...mirrors, qa: 'drifts', id: 'ParityReported#2' }),
      productionRequested(),
      productionAuthorized(),
      windowProposed(),
      windowConfirmed(),
      clientsInformed(),
    )
      .amid({ ...road('production'), parity: { ...mirrors, qa: 'drifts' } })
      .when(requestDeployment('production'))
      .thenTypes('DeploymentRequested', 'DeploymentLogEntryOpened'));

  it('skips nothing but dev and qa: production waits for staging', () =>
    release(...hotfix)
      .amid(road('production'))
      .when(requestDeployment('production'))
      .thenRefusedBy(
        'previous-environment-passed',
        'this candidate has not passed staging, which comes before production',
      ));
});
