import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { plusMs } from '@roadbook/decider';
import { deadlines } from './deadlines.js';

const rows = (journey: Journey) => [...rowsOf(deadlines, journey.log).values()];
const kinds = (journey: Journey) => rows(journey).map(({ kind }) => kind);

const prepared = () =>
  new Journey().register().plan('1.0.0').prepare('1.0.0').authorize('1.0.0', 'promotion');

const beforeProduction = () =>
  prepared()
    .promote('1.0.0', 'dev')
    .promote('1.0.0', 'qa')
    .promote('1.0.0', 'staging')
    .clearForProduction('1.0.0');

const claimsReleased = (journey: Journey, claim: string) => {
  const data = { claim, environment: 'dev', outcome: 'not-started' } as const;
  journey.road({ type: 'VacateEnvironment', data }, 'system');
};

describe('the deadline of a claim', () => {
  it('is 10 s after it was made', () => {
    const journey = prepared();
    const claimedAt = journey.now;
    const claim = journey.claim('1.0.0', 'dev');
    expect(rows(journey)).toStrictEqual([
      {
        id: 'claim/web/dev',
        kind: 'claim',
        project: 'web',
        version: '1.0.0',
        claim,
        environment: 'dev',
        due: plusMs(claimedAt, 10_000),
        over: null,
      },
    ]);
  });

  it('gives way to the deadline of the deployment that starts on it', () => {
    const journey = prepared();
    journey.request('1.0.0', 'dev');
    expect(kinds(journey)).toStrictEqual(['deployment']);
  });

  it('stands until the road is free again, so that a crash in between is made good', () => {
    const journey = prepared();
    const claim = journey.claim('1.0.0', 'dev');
    const abandoned = { type: 'AbandonClaim', data: { claim, environment: 'dev' } } as const;
    journey.release('1.0.0', abandoned, 'system');
    expect(kinds(journey)).toStrictEqual(['claim']);
    claimsReleased(journey, claim);
    expect(kinds(journey)).toStrictEqual([]);
  });

  it('comes back where a claim that was made over it is released', () => {
    const journey = prepared();
    const first = journey.claim('1.0.0', 'dev');
    const second = journey.claim('1.0.0', 'dev');
    expect(rows(journey)).toMatchObject([{ claim: second, over: { claim: first, over: null } }]);
    claimsReleased(journey, second);
    expect(rows(journey)).toMatchObject([{ claim: first, over: null }]);
  });

  it('stands below a claim that something has started on, until that has passed', () => {
    const journey = prepared();
    const first = journey.claim('1.0.0', 'dev');
    const deployment = journey.request('1.0.0', 'dev');
    expect(rows(journey)).toMatchObject([{ claim: first, over: null }, { deployment }]);
    journey.deploy('1.0.0', deployment);
    journey.verify('1.0.0', 'dev', deployment, 'passed');
    journey.vacate('dev', deployment, 'passed');
    expect(rows(journey)).toStrictEqual([]);
  });

  it('stands also when it is released out of its turn', () => {
    const journey = prepared();
    const first = journey.claim('1.0.0', 'dev');
    const second = journey.claim('1.0.0', 'dev');
    claimsReleased(journey, first);
    expect(rows(journey)).toMatchObject([{ claim: second, over: null }]);
  });
});

describe('the deadline of a promotion', () => {
  it('is that of the deployment, then that of its verification', () => {
    const journey = prepared();
    const requestedAt = plusMs(journey.now, 1_000);
    const deployment = journey.request('1.0.0', 'dev');
    const of = { project: 'web', version: '1.0.0', deployment, environment: 'dev' };
    const id = 'promotion/web@1.0.0';
    const due = plusMs(requestedAt, 3_600_000);
    expect(rows(journey)).toStrictEqual([{ id, kind: 'deployment', ...of, due }]);
    journey.deploy('1.0.0', deployment);
    const reportedAt = journey.log.at(-1)!.recordedAt;
    const verification = { id, kind: 'verification', ...of, due: plusMs(reportedAt, 900_000) };
    expect(rows(journey)).toStrictEqual([verification]);
  });

  it.each(['passed', 'failed'] as const)('ends with a promotion that has %s', (verdict) => {
    const journey = prepared();
    const deployment = journey.request('1.0.0', 'dev');
    journey.deploy('1.0.0', deployment);
    journey.verify('1.0.0', 'dev', deployment, verdict);
    expect(rows(journey)).toStrictEqual([]);
  });
});

describe('the deadline of a window', () => {
  it('is its end', () => {
    const journey = prepared();
    const window = { start: '2026-03-03T08:00:00.000Z', end: '2026-03-03T10:00:00.000Z' };
    journey.release('1.0.0', { type: 'ProposeWindow', data: window }, 'cpo');
    const row = { id: 'window/web@1.0.0', kind: 'window', project: 'web', version: '1.0.0' };
    const expected = [{ ...row, ...window, due: window.end }];
    expect(rows(journey)).toStrictEqual(expected);
    journey.release('1.0.0', { type: 'ConfirmWindow', data: window }, 'orchestrator');
    expect(rows(journey)).toStrictEqual(expected);
    journey.wait(48 * 3_600);
    journey.release('1.0.0', { type: 'LapseWindow', data: window }, 'system');
    expect(rows(journey)).toStrictEqual([]);
  });

  it('is suspended while it is used, and over with success', () => {
    const journey = beforeProduction();
    const deployment = journey.request('1.0.0', 'production');
    journey.deploy('1.0.0', deployment);
    expect(rows(journey)).toMatchObject([{ kind: 'window', due: null }, { kind: 'verification' }]);
    journey.verify('1.0.0', 'production', deployment, 'passed');
    expect(rows(journey)).toStrictEqual([]);
  });

  it('stands again when a deployer could not carry the deployment out', () => {
    const journey = beforeProduction();
    const deployment = journey.request('1.0.0', 'production');
    journey.release('1.0.0', { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    const data = { deployment, outcome: 'errored', evidence: { note: 'looked at' } } as const;
    journey.release('1.0.0', { type: 'ReportDeployment', data }, 'deployer');
    const [window, ...others] = rows(journey);
    expect(others).toStrictEqual([]);
    expect(window).toMatchObject({ kind: 'window', due: window && 'end' in window && window.end });
  });

  it('is needless for a release that was withdrawn', () => {
    const journey = beforeProduction();
    journey.release('1.0.0', { type: 'WithdrawRelease', data: { reason: 'no' } }, 'cio');
    expect(rows(journey)).toStrictEqual([]);
  });
});

describe('the deadline of a rollback', () => {
  it('is that of its claim until it starts, then that of its budget', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const claimedAt = journey.now;
    const rollback = journey.startRollback('1.0.0');
    const row = { project: 'web', version: '1.0.0' };
    const started = journey.log.findIndex(({ type }) => type === 'RollbackStarted');
    expect([...rowsOf(deadlines, journey.log.slice(0, started)).values()]).toStrictEqual([
      {
        id: 'rollback-claim/web',
        kind: 'rollback-claim',
        ...row,
        claim: rollback,
        due: plusMs(claimedAt, 10_000),
      },
    ]);
    expect(rows(journey)).toStrictEqual([
      {
        id: 'rollback/web@1.0.0',
        kind: 'rollback-budget',
        ...row,
        rollback,
        due: plusMs(journey.log[started]!.recordedAt, 600_000),
      },
    ]);
  });

  it('is over when it is overrun, which is recorded once', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const rollback = journey.startRollback('1.0.0');
    journey.wait(600);
    const overrun = { type: 'OverrunRollbackBudget', data: { rollback } } as const;
    journey.release('1.0.0', overrun, 'system');
    expect(rows(journey)).toStrictEqual([]);
  });

  it('is over when the rollback is completed, or its claim released', () => {
    const completed = new Journey().register().goLive('1.0.0').rollBack('1.0.0');
    expect(rows(completed)).toStrictEqual([]);
    const released = new Journey().register().goLive('1.0.0');
    const claim = { claim: 'r', version: '1.0.0' };
    released.road({ type: 'ClaimRollback', data: claim }, 'cio');
    expect(kinds(released)).toStrictEqual(['rollback-claim']);
    released.road({ type: 'ReleaseRollbackClaim', data: { claim: 'r' } }, 'system');
    expect(kinds(released)).toStrictEqual([]);
  });
});

describe('deadlines', () => {
  it('are looked for by when they are due; what is suspended comes never', () => {
    const journey = beforeProduction();
    const deployment = journey.request('1.0.0', 'production');
    journey.release('1.0.0', { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    const due = rows(journey).map((row) => deadlines.columns.due.of(row));
    expect(due[0]).toBe('9999-12-31T23:59:59.999Z');
    expect(due[1]).toBe(rows(journey)[1]?.due);
  });
});
