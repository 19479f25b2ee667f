import { Journey } from '../../projections/journey.fixture.js';
import { releaseList } from '../../projections/release-list/release-list.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { recordedState, stateNow } from './release-state.js';

describe('the state of a release', () => {
  it('is the same in the list and in what the decider knows', () => {
    const journey = new Journey().register().plan('1.0.0');
    const states: string[] = [];
    const look = (version: string) => {
      const listed = rowsOf(releaseList, journey.log).get(`web@${version}`)?.stands.state;
      expect(recordedState(journey.planned(version))).toBe(listed);
      states.push(listed ?? '');
    };
    look('1.0.0');
    journey.prepare('1.0.0');
    look('1.0.0');
    journey.authorize('1.0.0', 'promotion').promote('1.0.0', 'dev');
    look('1.0.0');
    journey.release('1.0.0', { type: 'ChooseCandidate', data: { commit: 'other' } }, 'cio');
    look('1.0.0');
    journey.release('1.0.0', { type: 'WithdrawRelease', data: { reason: 'no' } }, 'cio');
    look('1.0.0');
    journey.goLive('1.1.0');
    look('1.1.0');
    journey.startRollback('1.1.0');
    look('1.1.0');
    const other = new Journey().register().goLive('1.0.0').rollBack('1.0.0');
    expect(recordedState(other.planned('1.0.0'))).toBe('rolled-back');
    expect(states).toStrictEqual([
      'planned',
      'prepared',
      'promoting',
      'planned',
      'withdrawn',
      'in-production',
      'rolling-back',
    ]);
  });

  it('is replaced where a higher version stands in production', () => {
    expect(stateNow('in-production', '1.9.0', '1.10.0')).toBe('replaced');
    expect(stateNow('in-production', '1.10.0', '1.10.0')).toBe('in-production');
  });

  it('is in production from the verification on, before the road has heard of it', () => {
    expect(stateNow('in-production', '1.10.0', '1.9.0')).toBe('in-production');
    expect(stateNow('in-production', '1.0.0', undefined)).toBe('in-production');
  });

  it('is not replaced where it never stood there', () => {
    expect(stateNow('rolled-back', '1.9.0', '1.10.0')).toBe('rolled-back');
  });
});
