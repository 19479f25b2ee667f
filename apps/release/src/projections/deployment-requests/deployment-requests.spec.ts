import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import { deploymentRequests } from './deployment-requests.js';

const rowOf = (journey: Journey, version = '1.0.0') =>
  rowsOf(deploymentRequests, journey.log).get(`web@${version}`);

const prepared = () =>
  new Journey().register().plan('1.0.0').prepare('1.0.0').authorize('1.0.0', 'promotion');

describe('what deployers are asked for', () => {
  it('is a deployment, with the plan for the way back', () => {
    const journey = prepared();
    const deployment = journey.request('1.0.0', 'dev');
    const asked = journey.log.findLast(({ type }) => type === 'DeploymentRequested')!;
    expect(rowOf(journey)).toStrictEqual({
      project: 'web',
      version: '1.0.0',
      plan: journey.log.find(({ type }) => type === 'RollbackPlanWritten')?.data,
      deployment: {
        deployment,
        environment: 'dev',
        candidate: 'commit-1.0.0',
        attempt: 1,
        phase: 'requested',
        claimedBy: null,
        requestedAt: asked.recordedAt,
        deadline: asked.data.deadline,
      },
      rollback: null,
      askedPosition: asked.position,
    });
  });

  it('tells who has claimed it, and what is awaited until when', () => {
    const journey = prepared();
    const deployment = journey.request('1.0.0', 'dev');
    const claim = { type: 'ClaimDeployment', data: { deployment } } as const;
    journey.release('1.0.0', claim, 'deployer', { actor: 'ci-7' });
    expect(rowOf(journey)?.deployment).toMatchObject({ phase: 'deploying', claimedBy: 'ci-7' });
    const data = { deployment, outcome: 'succeeded', evidence: { note: 'looked at' } } as const;
    journey.release('1.0.0', { type: 'ReportDeployment', data }, 'deployer', { actor: 'ci-7' });
    const deadline = journey.log.at(-1)?.data.verificationDeadline;
    expect(rowOf(journey)?.deployment).toMatchObject({ phase: 'verifying', deadline });
  });

  it('is over when the promotion has ended', () => {
    const journey = prepared().promote('1.0.0', 'dev');
    expect(rowOf(journey)?.deployment).toBeNull();
    expect(deploymentRequests.columns.open.of(rowOf(journey)!)).toBe(0);
  });

  it('is a rollback, step by step', () => {
    const journey = new Journey().register().goLive('1.0.0').goLive('1.1.0');
    const rollback = journey.startRollback('1.1.0');
    const { recordedAt, position } = journey.log.at(-1)!;
    expect(rowOf(journey, '1.1.0')).toMatchObject({
      plan: { steps: [{ action: 'drain' }, { action: 'switch' }] },
      deployment: null,
      rollback: {
        rollback,
        candidate: 'commit-1.1.0',
        restores: '1.0.0',
        reason: 'errors',
        startedAt: recordedAt,
        nextStep: 1,
        incomplete: null,
      },
      askedPosition: position,
    });
    expect(deploymentRequests.columns.environment.of(rowOf(journey, '1.1.0')!)).toBe('production');
  });

  it('tells which step comes next, also after one that failed', () => {
    const journey = new Journey().register().goLive('1.0.0');
    const rollback = journey.startRollback('1.0.0');
    const report = (steps: ReturnType<Journey['steps']>) => {
      journey.release(
        '1.0.0',
        { type: 'ReportRollbackSteps', data: { rollback, steps } },
        'deployer',
      );
    };
    report(journey.steps('failed', 2));
    const failed = { nextStep: 2, incomplete: 'step 2 is failed' };
    expect(rowOf(journey)?.rollback).toMatchObject(failed);
    report(journey.steps('passed').slice(1));
    expect(rowOf(journey)?.rollback).toMatchObject({ nextStep: 4, incomplete: null });
  });

  it('is nothing any more for a release that was rolled back or withdrawn', () => {
    expect(rowOf(new Journey().register().goLive('1.0.0').rollBack('1.0.0'))).toBeUndefined();
    const journey = prepared();
    journey.release('1.0.0', { type: 'WithdrawRelease', data: { reason: 'no' } }, 'cio');
    expect(rowOf(journey)).toBeUndefined();
  });
});
