import { checksOf } from '../../domain/environments.js';
import { rollbackReports } from '../documents.js';
import { Journey } from '../journey.fixture.js';
import { rowsOf } from '@roadbook/read-model/memory';
import type { Rollback, RollbackReportRow } from './row.js';

const version = '1.0.0';

const rowOf = (journey: Journey): RollbackReportRow =>
  rowsOf(rollbackReports, journey.log).get(`web@${version}`)!;

const rollbackOf = (journey: Journey): Rollback => rowOf(journey).rollback!;

const live = (): Journey => new Journey().register().goLive(version);

describe('what the rollback report is made of', () => {
  it('is nothing but the plan while nothing is rolled back', () => {
    expect(rowOf(live())).toStrictEqual({
      project: 'web',
      version,
      plan: { plan: 'plan-1.0.0', actions: ['drain', 'switch', 'probe'], validForHours: 24 },
      rollback: null,
    });
  });

  it('begins with who started it, why, and when the budget ends', () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    const at = journey.log.at(-1)!.recordedAt;
    expect(rollbackOf(journey)).toStrictEqual({
      rollback,
      candidate: 'commit-1.0.0',
      started: { by: 'cio', role: 'cio', at },
      startedAt: at,
      budgetEndsAt: new Date(Date.parse(at) + 600_000).toISOString(),
      overrun: false,
      restores: null,
      reason: 'errors',
      confirmation: 'began with it',
      plan: { plan: 'plan-1.0.0', actions: ['drain', 'switch', 'probe'], validForHours: 24 },
      planExpired: false,
      steps: [],
      checks: [],
      outcome: { is: 'under-way' },
      usersAffected: true,
      communication: null,
      review: null,
    });
  });

  it('has the steps, the checks and the time when it is completed', () => {
    const journey = live().rollBack(version);
    const { steps, checks, outcome } = rollbackOf(journey);
    expect(steps.map(({ step, verdict }) => [step, verdict])).toStrictEqual([
      [1, 'passed'],
      [2, 'passed'],
      [3, 'passed'],
    ]);
    expect(checks.map(({ check }) => check)).toStrictEqual([...checksOf('production')]);
    expect(outcome).toMatchObject({ is: 'completed', withinBudget: true });
  });

  it('is incomplete after a step that failed, keeps it, and goes on when it is repeated', () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    const report = (steps: ReturnType<Journey['steps']>) => {
      journey.release(
        version,
        { type: 'ReportRollbackSteps', data: { rollback, steps } },
        'deployer',
      );
    };
    report(journey.steps('failed', 2));
    expect(rollbackOf(journey).outcome).toMatchObject({
      is: 'incomplete',
      because: 'step 2 is failed',
      event: journey.log.at(-1)!.id,
    });
    report(journey.steps('passed').slice(1));
    const { steps, outcome } = rollbackOf(journey);
    expect(outcome).toStrictEqual({ is: 'under-way' });
    expect(steps.map(({ step, verdict }) => [step, verdict])).toStrictEqual([
      [1, 'passed'],
      [2, 'failed'],
      [2, 'passed'],
      [3, 'passed'],
    ]);
  });

  it('says when the budget was overrun, who told the clients and when it is reviewed', () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    journey.wait(600);
    journey.release(version, { type: 'OverrunRollbackBudget', data: { rollback } }, 'system');
    const told = { type: 'AcknowledgeRollbackCommunication', data: { note: 'mail sent' } } as const;
    const toldAt = journey.now;
    journey.release(version, told, 'cco');
    const review = { reviewAt: '2026-03-09T08:00:00.000Z', note: 'with all' };
    journey.release(version, { type: 'ScheduleRollbackReview', data: review }, 'cio');
    expect(rollbackOf(journey)).toMatchObject({
      overrun: true,
      communication: { by: 'cco', role: 'cco', at: toldAt, note: 'mail sent' },
      review: { at: '2026-03-09T08:00:00.000Z', note: 'with all' },
    });
  });
});
