import { as, at } from '../acts.fixture.js';
import { noParityAnswer } from '../environment-answers/answers.js';
import {
  blocked,
  candidate,
  chosen,
  contained,
  mirrors,
  parityChecked,
  planned,
  ticketIds,
  unblocked,
  withdrawn,
} from './history.fixture.js';
import {
  checkParity,
  chooseCandidate,
  clearSecurityBlock,
  reportContents,
  setSecurityBlock,
} from './orders.fixture.js';
import { deploymentWithdrawn, ended, logClosed, requested, voided } from './promotion.fixture.js';
import { authorized, cleared, deploying, live, passed, release } from './release.fixture.js';

const fixed =
  'the promotion of 1.4.0 to production has started, so this is fixed; a change is a new version';

describe('choosing a candidate', () => {
  it('is the commit that would be shipped', () =>
    release(planned()).when(chooseCandidate()).thenHappens(chosen()));

  it('is silent for the candidate that stands', () =>
    release(planned(), chosen()).when(chooseCandidate()).thenNothing());

  it('voids both authorizations, and withdraws a request that nobody has taken up', () =>
    release(...authorized, requested('dev'))
      .when(chooseCandidate('f00d'))
      .thenHappens(
        deploymentWithdrawn('dev', 'the candidate was replaced'),
        ended('dev', 'withdrawn', 'requested'),
        logClosed('FAILED'),
        chosen('f00d', candidate),
        voided('the candidate was replaced'),
      ));

  it('refuses a commit that was replaced, which never comes back', () =>
    release(planned(), chosen(), chosen('f00d', candidate))
      .when(chooseCandidate())
      .thenRefusedBy(
        'candidate-new',
        'c0ffee was replaced as a candidate and does not come back; build a new commit',
      ));

  it('waits for a deployment that a deployer has claimed', () => {
    release(...authorized, ...deploying('dev'))
      .when(chooseCandidate('f00d'))
      .thenRefusedBy(
        'nothing-being-deployed',
        'a deployer has claimed the deployment to dev; it runs to its end first',
      );
    release(...authorized, ...passed('dev'))
      .when(chooseCandidate('f00d'))
      .thenTypes('DeploymentLogClosed', 'CandidateChosen', 'AuthorizationsVoided');
  });

  it('is refused once the promotion to production has started', () =>
    release(...cleared, requested('production'))
      .when(chooseCandidate('f00d'))
      .thenRefusedBy('production-not-started', fixed));
});

describe('reporting what a candidate contains', () => {
  it('is accepted for the candidate, and again when it was wrong', () => {
    release(planned(), chosen()).when(reportContents()).thenHappens(contained());
    release(planned(), chosen(), contained(['T-1']))
      .when(reportContents())
      .thenHappens(contained());
  });

  it('is silent for the same tickets in any order', () =>
    release(planned(), chosen(), contained())
      .when(reportContents([...ticketIds].reverse()))
      .thenNothing());

  it('refuses what is about another commit', () => {
    release(planned())
      .when(reportContents())
      .thenRefusedBy('candidate-current', 'no candidate was chosen for this release');
    release(planned(), chosen())
      .when(reportContents(ticketIds, 'f00d'))
      .thenRefusedBy(
        'candidate-current',
        'this is about another commit than the candidate, c0ffee',
      );
  });
});

describe('checking parity', () => {
  it('puts the answer on record that stands, good or bad', () => {
    release(planned(), chosen()).when(checkParity()).thenHappens(parityChecked());
    const drift = { setting: 'cache', environments: ['staging'], kind: 'between' } as const;
    const drifts = { ...mirrors, id: 'other', staging: 'drifts' as const, drift: [drift] };
    release(planned(), chosen(), parityChecked())
      .amid({ parity: drifts })
      .when(checkParity())
      .thenHappens(parityChecked(drifts));
  });

  it('is silent for an answer that is on record for this candidate', () => {
    release(planned(), chosen(), parityChecked()).when(checkParity()).thenNothing();
    release(planned(), chosen(), parityChecked(), chosen('f00d', candidate))
      .when(checkParity())
      .thenHappens(parityChecked(mirrors, 'f00d'));
  });

  it('refuses where nobody answered', () =>
    release(planned(), chosen())
      .amid({ parity: noParityAnswer })
      .when(checkParity())
      .thenRefusedBy(
        'parity-answered',
        'the environment service did not answer whether the environments mirror production, so there is nothing to check; try again',
      ));

  it('refuses before a candidate was chosen', () =>
    release(planned()).when(checkParity()).thenRefused('no candidate was chosen for this release'));
});

describe('setting a security block', () => {
  it('voids the authorizations, and withdraws a request that nobody has taken up', () => {
    release(planned()).when(setSecurityBlock()).thenHappens(blocked());
    release(...authorized, requested('dev'))
      .when(setSecurityBlock())
      .thenHappens(
        blocked(),
        voided('a security block was set'),
        deploymentWithdrawn('dev', 'a security block was set: a leak is suspected'),
        ended('dev', 'withdrawn', 'requested'),
      );
  });

  it('is silent for the same reason, and recorded for another', () => {
    release(planned(), blocked()).when(setSecurityBlock()).thenNothing();
    release(planned(), blocked()).when(setSecurityBlock('another')).thenHappens(blocked('another'));
  });

  it('is of no use for a release that goes nowhere any more', () => {
    release(planned(), withdrawn()).when(setSecurityBlock()).thenRefused('1.4.0 was withdrawn');
    release(...live)
      .when(setSecurityBlock())
      .thenRefusedBy(
        'release-on-the-road',
        '1.4.0 is verified in production; what changes from here is a new version',
      );
  });
});

describe('clearing a security block', () => {
  it('is for a cso, and no role overrides it', () => {
    const isBlocked = release(planned(), blocked());
    isBlocked.when(clearSecurityBlock()).thenHappens(unblocked());
    isBlocked
      .when(as('orchestrator', clearSecurityBlock()))
      .thenRefusedBy('role-permitted', 'this is for cso, not for orchestrator');
  });

  it('is silent where there is none', () =>
    release(planned()).when(clearSecurityBlock()).thenNothing());

  it('does not bring back an authorization', () =>
    release(...authorized, blocked(), voided('a security block was set'))
      .when(at('10:05', clearSecurityBlock()))
      .thenHappens(unblocked()));
});
