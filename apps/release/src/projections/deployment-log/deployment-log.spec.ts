import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { releaseStream } from '../../domain/streams.js';
import { deploymentLogs } from '../documents.js';
import { Journey } from '../journey.fixture.js';
import { recorded } from '@roadbook/read-model';
import { rowsOf } from '@roadbook/read-model/memory';
import { applyToDeploymentLog } from './apply.js';
import { logAsOf } from './as-of.js';
import type { DeploymentLogRow } from './row.js';

const version = '1.0.0';

const inDev = (): Journey =>
  new Journey().register().plan(version).prepare(version).authorize(version, 'promotion');

const rowOf = (journey: Journey): DeploymentLogRow =>
  rowsOf(deploymentLogs, journey.log).get('web@1.0.0')!;

const lastLogOf = (journey: Journey) => logAsOf(rowOf(journey))!;

describe('the deployment log of a release', () => {
  it('has an entry for each environment that was verified', () => {
    const { attempts } = lastLogOf(new Journey().register().goLive(version));
    expect(
      attempts.map(({ environment, attempt, ended }) => [environment, attempt, ended?.outcome]),
    ).toStrictEqual([
      ['dev', 1, 'passed'],
      ['qa', 1, 'passed'],
      ['staging', 1, 'passed'],
      ['production', 1, 'passed'],
    ]);
  });

  it('does not exist before it is prepared', () => {
    const row = rowOf(new Journey().register().plan(version));
    expect(row.logs).toStrictEqual([]);
    expect(logAsOf(row)).toBeUndefined();
  });

  it('says when each step was recorded, and the reported time where one was given', () => {
    const journey = inDev();
    const deployment = journey.request(version, 'dev');
    const requestedAt = journey.log.at(-1)?.recordedAt;
    const claimedAt = journey.now;
    journey.release(version, { type: 'ClaimDeployment', data: { deployment } }, 'deployer');
    const report = { deployment, outcome: 'succeeded', evidence: { note: 'done' } } as const;
    const occurredAt = '2026-03-02T07:59:00.000Z';
    journey.release(version, { type: 'ReportDeployment', data: report }, 'deployer', {
      occurredAt,
    });
    const [attempt] = lastLogOf(journey).attempts;
    expect(attempt).toStrictEqual({
      revision: expect.any(Number),
      recordedAt: requestedAt,
      deployment,
      environment: 'dev',
      attempt: 1,
      requestedBy: 'cio',
      claimedAt,
      reported: { at: occurredAt, outcome: 'succeeded', evidence: { note: 'done' } },
      checks: [],
    });
  });

  it('keeps what failed, its diagnosis, and the next attempt', () => {
    const journey = inDev();
    const first = journey.request(version, 'dev');
    journey.deploy(version, first);
    journey.verify(version, 'dev', first, 'failed');
    journey.vacate('dev', first, 'failed');
    const why = { deployment: first, diagnosis: 'a typo', resolution: 'corrected' };
    journey.release(version, { type: 'DiagnoseFailure', data: why }, 'cio');
    journey.request(version, 'dev');
    const attempts = lastLogOf(journey).attempts.map(({ attempt, checks, ended, diagnosed }) => ({
      attempt,
      checks: checks.map(({ check, verdict }) => [check, verdict]),
      outcome: ended?.outcome,
      diagnosis: diagnosed?.diagnosis,
    }));
    expect(attempts).toStrictEqual([
      {
        attempt: 1,
        checks: [['smoke-tests', 'failed']],
        outcome: 'failed',
        diagnosis: 'a typo',
      },
      { attempt: 2, checks: [], outcome: undefined, diagnosis: undefined },
    ]);
  });

  it('names the deadline that nobody answered by', () => {
    const journey = inDev();
    const deployment = journey.request(version, 'dev');
    const deadline = new Date(Date.parse(journey.log.at(-1)!.recordedAt) + 3_600_000).toISOString();
    journey.wait(3_600);
    journey.release(version, { type: 'MissDeadline', data: { deployment } }, 'system');
    const [attempt] = lastLogOf(journey).attempts;
    expect([attempt?.missed, attempt?.ended?.outcome, attempt?.ended?.phase]).toStrictEqual([
      deadline,
      'unanswered',
      'requested',
    ]);
  });

  it('says why a request was withdrawn', () => {
    const journey = inDev();
    const deployment = journey.request(version, 'dev');
    const data = { deployment, reason: 'a pipeline change was found' };
    journey.release(version, { type: 'WithdrawUnclaimedDeployment', data }, 'system');
    const [attempt] = lastLogOf(journey).attempts;
    expect([attempt?.withdrawnBecause, attempt?.ended?.outcome]).toStrictEqual([
      'a pipeline change was found',
      'withdrawn',
    ]);
  });

  it('closes with success when production is verified', () => {
    expect(lastLogOf(new Journey().register().goLive(version)).closed?.result).toBe('SUCCESS');
  });

  it('closes when its candidate is replaced, and the next candidate has its own', () => {
    const journey = inDev().promote(version, 'dev');
    journey.prepare(version, 'commit-b');
    const row = rowOf(journey);
    expect(
      row.logs.map(({ candidate, closed, attempts }) => [
        candidate,
        closed?.result,
        attempts.length,
      ]),
    ).toStrictEqual([
      ['commit-1.0.0', 'FAILED', 1],
      ['commit-b', undefined, 0],
    ]);
    expect(logAsOf(row)?.candidate).toBe('commit-b');
    expect(logAsOf(row, { candidate: 'commit-1.0.0' })?.closed?.result).toBe('FAILED');
    expect(logAsOf(row, { candidate: 'commit-c' })).toBeUndefined();
  });

  it('names the rollback, also after it was closed', () => {
    const journey = new Journey().register().goLive(version);
    const rollback = journey.startRollback(version);
    const log = lastLogOf(journey);
    expect([log.rollback?.rollback, log.closed?.result]).toStrictEqual([rollback, 'SUCCESS']);
  });
});

describe('the authorizations in a deployment log', () => {
  const block = (journey: Journey) => {
    journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'a leak' } }, 'cso');
  };
  const grantsOf = (journey: Journey) => lastLogOf(journey).grants.map(({ of }) => of);

  it('end with the one that reaches furthest', () => {
    expect(grantsOf(new Journey().register().goLive(version))).toStrictEqual([
      'promotion',
      'production',
    ]);
  });

  it('lose one that is voided before anything was deployed on it', () => {
    const journey = inDev();
    block(journey);
    expect(grantsOf(journey)).toStrictEqual([]);
  });

  it('keep one that something was deployed on', () => {
    const journey = inDev()
      .promote(version, 'dev')
      .promote(version, 'qa')
      .promote(version, 'staging');
    journey.clearForProduction(version);
    block(journey);
    expect(grantsOf(journey)).toStrictEqual(['promotion']);
  });
});

describe('the row of the deployment logs', () => {
  const fold = (journey: Journey): DeploymentLogRow | undefined =>
    journey.log
      .filter(({ stream }) => stream === releaseStream('web', version))
      .map((event): Recorded<ReleaseEvent> => recorded<ReleaseEvent>(event))
      .reduce<DeploymentLogRow | undefined>(applyToDeploymentLog, undefined);

  it('is plain JSON', () => {
    const journey = new Journey().register().goLive(version).rollBack(version);
    expect(fold(journey)).toStrictEqual(rowOf(journey));
  });

  it('stays the very same when an event says nothing about the log', () => {
    const row = fold(inDev());
    const journey = inDev();
    journey.release(version, { type: 'SetSecurityBlock', data: { reason: 'a leak' } }, 'cso');
    const event = journey.log.find(({ type }) => type === 'SecurityBlockSet')!;
    expect(applyToDeploymentLog(row, recorded<ReleaseEvent>(event))).toBe(row);
  });

  it('holds the tickets once, however many candidates there are', () => {
    const journey = inDev();
    for (const commit of ['b', 'c', 'd']) journey.prepare(version, commit);
    const row = rowOf(journey);
    expect([row.logs.length, row.targetings.length]).toStrictEqual([4, 1]);
  });
});
