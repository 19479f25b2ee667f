import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { releaseList } from './release-list.js';

const rowOf = (journey: Journey, version: string) =>
  rowsOf(releaseList, journey.log).get(`web@${version}`);

const stateOf = (journey: Journey, version = '1.0.0') => rowOf(journey, version)?.stands.state;

describe('the release list', () => {
  it('begins with what was planned', () => {
    const occurredAt = '2021-05-01T00:00:00.000Z';
    const journey = new Journey().register().plan('1.0.0', { occurredAt });
    expect(rowOf(journey, '1.0.0')).toStrictEqual({
      planned: { project: 'web', version: '1.0.0', kind: 'standard', at: occurredAt, position: 1 },
      stands: {
        state: 'planned',
        blocked: false,
        candidate: null,
        tickets: 1,
        passed: [],
        liveAt: null,
        aftermath: [],
      },
      last: { recordedAt: '2026-03-02T08:00:01.000Z', revision: 0, position: 1 },
    });
  });

  it('tells how far a release is on its way into production', () => {
    const journey = new Journey().register().plan('1.0.0').prepare('1.0.0');
    expect(stateOf(journey)).toBe('prepared');
    journey.authorize('1.0.0', 'promotion').promote('1.0.0', 'dev');
    expect(rowOf(journey, '1.0.0')?.stands).toMatchObject({ state: 'promoting', passed: ['dev'] });
    journey.promote('1.0.0', 'qa').promote('1.0.0', 'staging').clearForProduction('1.0.0');
    journey.promote('1.0.0', 'production');
    const last = journey.log.findLast(({ stream }) => stream === 'release-web@1.0.0');
    expect(rowOf(journey, '1.0.0')).toMatchObject({
      stands: {
        state: 'in-production',
        candidate: 'commit-1.0.0',
        passed: ['dev', 'qa', 'staging', 'production'],
        liveAt: last?.recordedAt,
      },
      last: {
        recordedAt: last?.recordedAt,
        revision: last?.revision,
        position: last?.position,
      },
    });
  });

  it('takes back an environment whose pass a later verdict has withdrawn', () => {
    const journey = new Journey().register().plan('1.0.0').prepare('1.0.0');
    journey.authorize('1.0.0', 'promotion').promote('1.0.0', 'dev').promote('1.0.0', 'qa');
    journey.failLater('1.0.0', 'dev');
    expect(rowOf(journey, '1.0.0')?.stands.passed).toStrictEqual(['qa']);
  });

  it('begins anew with another candidate', () => {
    const journey = new Journey().register().plan('1.0.0').prepare('1.0.0');
    journey.authorize('1.0.0', 'promotion').promote('1.0.0', 'dev');
    journey.release('1.0.0', { type: 'ChooseCandidate', data: { commit: 'other' } }, 'cio');
    expect(rowOf(journey, '1.0.0')?.stands).toMatchObject({
      state: 'planned',
      candidate: 'other',
      passed: [],
    });
  });

  it('follows a rollback', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0');
    journey.startRollback('1.1.0');
    expect(stateOf(journey, '1.1.0')).toBe('rolling-back');
    const other = new Journey().register().goLive('1.0.0').goLive('1.1.0').rollBack('1.1.0');
    expect(stateOf(other, '1.1.0')).toBe('rolled-back');
    expect(stateOf(other, '1.0.0')).toBe('in-production');
  });

  it('tells what was withdrawn or blocked, and counts the tickets of today', () => {
    const journey = new Journey().register().plan('1.0.0');
    const ticket = { title: 'x', type: 'fix', ui: false, securityScope: [] } as const;
    const tickets = [
      { ...ticket, id: 'A' },
      { ...ticket, id: 'B' },
    ];
    journey.release('1.0.0', { type: 'RetargetTickets', data: { tickets } }, 'cio');
    journey.release('1.0.0', { type: 'SetSecurityBlock', data: { reason: 'leak' } }, 'cso');
    expect(rowOf(journey, '1.0.0')?.stands).toMatchObject({
      state: 'planned',
      blocked: true,
      tickets: 2,
    });
    journey.release('1.0.0', { type: 'ClearSecurityBlock', data: { reason: 'gone' } }, 'cso');
    journey.release('1.0.0', { type: 'WithdrawRelease', data: { reason: 'no' } }, 'cio');
    expect(rowOf(journey, '1.0.0')?.stands).toMatchObject({ state: 'withdrawn', blocked: false });
  });

  it('finds the releases that wait for somebody', () => {
    const waits = (journey: Journey) => releaseList.columns.waits.of(rowOf(journey, '1.0.0')!);
    expect(waits(new Journey().register().plan('1.0.0'))).toBe(1);
    const journey = new Journey().register().goLive('1.0.0');
    expect(waits(journey)).toBe(0);
    journey.rollBack('1.0.0');
    expect(waits(journey)).toBe(1);
    const told = { type: 'AcknowledgeRollbackCommunication', data: { note: 'told' } } as const;
    journey.release('1.0.0', told, 'cco');
    expect(waits(journey)).toBe(1);
    const review = { reviewAt: '2026-03-09T08:00:00.000Z', note: 'why' };
    journey.release('1.0.0', { type: 'ScheduleRollbackReview', data: review }, 'cio');
    expect(waits(journey)).toBe(0);
  });
});
