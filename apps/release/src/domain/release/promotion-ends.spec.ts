import { at } from '../acts.fixture.js';
import { chosen, gate } from './history.fixture.js';
import {
  abandonClaim,
  diagnoseFailure,
  missDeadline,
  withdrawUnclaimedDeployment,
} from './orders.fixture.js';
import {
  checked,
  claimAbandoned,
  claimed,
  deadlineMissed,
  deploymentWithdrawn,
  diagnosed,
  ended,
  requested,
} from './promotion.fixture.js';
import { authorized, deploying, passedUpTo, ready, release, verifying } from './release.fixture.js';

describe('abandoning a claim', () => {
  it('is said on the release, so that no start can slip in behind it', () =>
    release(...authorized)
      .when(abandonClaim('dev'))
      .thenHappens(claimAbandoned('dev', 'dev-1')));

  it('is silent when a deployment has started on it, whatever has followed', () => {
    release(...authorized, requested('dev'))
      .when(abandonClaim('dev'))
      .thenNothing();
    release(...passedUpTo('dev'), chosen('f00d', 'c0ffee'))
      .when(abandonClaim('dev'))
      .thenNothing();
  });

  it('is silent when it was abandoned before', () =>
    release(...authorized, claimAbandoned('dev', 'dev-1'))
      .when(abandonClaim('dev'))
      .thenNothing());

  it('is for the system only', () =>
    release(...authorized)
      .when({ ...abandonClaim('dev'), origin: { role: 'cio' } })
      .thenRefusedBy('role-permitted', 'this is for system, not for cio'));
});

describe('a missed deadline', () => {
  it('ends an unclaimed request, and nobody has said anything', () =>
    release(...authorized, requested('dev'))
      .when(at('11:00', missDeadline('dev')))
      .thenHappens(
        deadlineMissed('dev', 'requested', '11:00'),
        ended('dev', 'unanswered', 'requested'),
      ));

  it('ends a deployment that its deployer did not report', () =>
    release(...authorized, ...deploying('dev'))
      .when(at('11:00', missDeadline('dev')))
      .thenHappens(
        deadlineMissed('dev', 'deploying', '11:00'),
        ended('dev', 'unanswered', 'deploying'),
      ));

  it('ends a verification of which not every check passed in time', () =>
    release(...authorized, ...verifying('dev'))
      .when(at('10:15', missDeadline('dev')))
      .thenHappens(
        deadlineMissed('dev', 'verifying', '10:15'),
        ended('dev', 'unanswered', 'verifying'),
      ));

  it('is silent before it has passed, and after the end', () => {
    release(...authorized, requested('dev'))
      .when(at('10:59:59.999', missDeadline('dev')))
      .thenNothing();
    release(...passedUpTo('dev'))
      .when(at('11:00', missDeadline('dev')))
      .thenNothing();
    release(...authorized)
      .when(at('11:00', missDeadline('dev')))
      .thenNothing();
  });
});

describe('withdrawing a request that nobody has taken up', () => {
  const reason = 'a pipeline change was found';

  it('ends it', () =>
    release(...authorized, requested('dev'))
      .when(withdrawUnclaimedDeployment('dev', reason))
      .thenHappens(deploymentWithdrawn('dev', reason), ended('dev', 'withdrawn', 'requested')));

  it('leaves alone what a deployer has claimed, and what has ended', () => {
    release(...authorized, ...deploying('dev'))
      .when(withdrawUnclaimedDeployment('dev', reason))
      .thenNothing();
    release(...passedUpTo('dev'))
      .when(withdrawUnclaimedDeployment('dev', reason))
      .thenNothing();
  });

  it('is for the system only', () =>
    release(...authorized, requested('dev'))
      .when({ ...withdrawUnclaimedDeployment('dev', reason), origin: { role: 'cio' } })
      .thenRefused('this is for system, not for cio'));
});

describe('diagnosing a failure', () => {
  const failed = [...verifying('dev'), checked('dev', []), ended('dev', 'failed')];

  it.each(['failed', 'errored', 'unanswered'] as const)(
    'is recorded for what ended %s',
    (outcome) =>
      release(...authorized, ...deploying('dev'), ended('dev', outcome, 'deploying'))
        .when(diagnoseFailure('dev'))
        .thenHappens(diagnosed('dev')),
  );

  it('is silent when it was diagnosed before, whatever has followed', () => {
    release(...authorized, ...failed, diagnosed('dev'))
      .when(diagnoseFailure('dev'))
      .thenNothing();
    release(...authorized, ...failed, diagnosed('dev'), requested('dev', 2))
      .when(diagnoseFailure('dev'))
      .thenNothing();
    release(...authorized, ...failed, chosen('f00d', 'c0ffee'), diagnosed('dev'))
      .when(diagnoseFailure('dev'))
      .thenNothing();
  });

  it('refuses what did not fail', () => {
    const nothing = 'this deployment did not fail, so there is nothing to diagnose';
    release(...passedUpTo('dev'))
      .when(diagnoseFailure('dev'))
      .thenRefusedBy('failure-to-diagnose', nothing);
    release(...authorized, requested('dev'), ended('dev', 'withdrawn', 'requested'))
      .when(diagnoseFailure('dev'))
      .thenRefused(nothing);
    release(...ready, gate('quality'), claimed('dev'))
      .when(diagnoseFailure('dev'))
      .thenRefused(nothing);
  });
});
