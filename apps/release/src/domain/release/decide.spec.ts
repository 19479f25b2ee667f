import { as, by, reportedAt, time } from '../acts.fixture.js';
import { chosen, merged, planned } from './history.fixture.js';
import {
  abandonClaim,
  chooseCandidate,
  reportContents,
  reportGate,
  reportMerge,
} from './orders.fixture.js';
import { release } from './release.fixture.js';

/** What is asked of every command about a release, before it is looked at. */
describe('a command about a release', () => {
  it('is about a release that is planned', () =>
    release()
      .when(chooseCandidate())
      .thenRefusedBy('release-planned', 'this release is not planned'));

  it('is given in a role that may give it', () => {
    release(planned())
      .when(as('auditor', chooseCandidate()))
      .thenRefusedBy('role-permitted', 'this is for cio, not for auditor');
    release(planned())
      .when(as('cio', abandonClaim('dev')))
      .thenRefusedBy('role-permitted', 'this is for system, not for cio');
  });

  it('reports a gate in the role of that gate and no other', () =>
    release(planned(), chosen())
      .when(as('cqo', reportGate('security')))
      .thenRefusedBy('role-permitted', 'this is for cso, not for cqo'));

  it('may have occurred up to a minute ahead of this service’s clock', () => {
    release(planned(), chosen())
      .when(reportedAt('10:01', reportContents()))
      .thenTypes('CandidateContentsReported');
    release(planned(), chosen())
      .when(reportedAt('10:01:00.001', reportContents()))
      .thenRefusedBy(
        'occurred-time-not-ahead',
        `the occurred time ${time('10:01:00.001')} lies more than 60 s ahead of ${time('10:00')}`,
      );
  });

  it('keeps release and merge authority apart by identity: the first use decides', () => {
    release(planned(), by('jo', merged('T-1')))
      .when(by('jo', chooseCandidate()))
      .thenRefusedBy(
        'release-and-merge-authority-apart',
        'this identity used merge authority (cto) on this release, so another one has to act as cio',
      );
    release(by('jo', planned()))
      .when(by('jo', reportMerge()))
      .thenRefusedBy(
        'release-and-merge-authority-apart',
        'this identity used release authority (cio) on this release, so another one has to act as cto',
      );
  });
});
