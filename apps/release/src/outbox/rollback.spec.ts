import { plusMs } from '@roadbook/decider';
import { checksOf } from '../domain/environments.js';
import { Journey } from '../projections/journey.fixture.js';
import { digestOf, idOf, published, saidIn } from './published.fixture.js';

const [before, version] = ['1.0.0', '1.1.0'];
const candidate = 'commit-1.1.0';

const live = (): Journey => new Journey().register().goLive(before).goLive(version);

describe('what is told of a rollback', () => {
  it('is why it began, and what a deployer has to do', async () => {
    const journey = live();
    const rollback = idOf(journey.startRollback(version));
    const event = journey.log.at(-1)!;
    const messages = await published(journey);
    const budgetEndsAt = plusMs(event.recordedAt, 600_000);
    const [plan, restores] = [digestOf('plan-1.1.0'), before];
    expect(saidIn(messages, 'roadbook.rollback-started.v1')).toStrictEqual([
      {
        project: 'web',
        version,
        event: event.id,
        recordedAt: event.recordedAt,
        actor: 'cio',
        role: 'cio',
        ...{ rollback, candidate, restores, plan, budgetEndsAt },
        reason: 'errors',
        confirmation: 'began with it',
        usersAffected: true,
        planExpired: false,
      },
    ]);
    expect(saidIn(messages, 'roadbook.rollback-requested.v1')[0]).toMatchObject({
      ...{ rollback, candidate, restores, budgetEndsAt },
      environment: 'production',
      reason: 'errors',
      rollbackPlan: { plan, method: 'previous container image' },
      requiredChecks: checksOf('production'),
    });
  });

  it('ends with the steps, the checks, the result and what is left to do', async () => {
    const journey = live().rollBack(version);
    const messages = await published(journey);
    const said = saidIn(messages, 'roadbook.rollback-ended.v1');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({
      candidate,
      restores: before,
      restored: before,
      confirmedBy: 'cio',
      result: 'complete',
      because: null,
      withinBudget: true,
      followUp: { review: null, clients: 'to be told' },
      replaces: null,
    });
    expect(
      said[0]?.steps.map(({ step, action, verdict }) => [step, action, verdict]),
    ).toStrictEqual([
      [1, 'drain', 'passed'],
      [2, 'switch', 'passed'],
      [3, 'probe', 'passed'],
    ]);
    expect(said[0]?.checks.map(({ check, evidence }) => [check, evidence])).toStrictEqual(
      checksOf('production').map((check) => [check, { note: 'looked at' }]),
    );
    expect(said[0]?.durationSeconds).toEqual(expect.any(Number));
  });

  it('ends again after it was incomplete, with every run and the end that it replaces', async () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    const report = (steps: ReturnType<Journey['steps']>) => {
      const data = { rollback, steps };
      journey.release(version, { type: 'ReportRollbackSteps', data }, 'deployer');
    };
    report(journey.steps('failed', 2));
    const first = journey.log.at(-1)!;
    const told = { type: 'AcknowledgeRollbackCommunication', data: { note: 'mail sent' } } as const;
    journey.release(version, told, 'cco');
    const review = { reviewAt: '2026-03-09T08:00:00.000Z', note: 'with all' };
    journey.release(version, { type: 'ScheduleRollbackReview', data: review }, 'cio');
    report(journey.steps('passed').slice(1));
    const checks = checksOf('production').map((check) => ({
      check,
      verdict: 'passed' as const,
      evidence: { note: 'looked at' },
    }));
    journey.release(
      version,
      { type: 'ReportRollbackChecks', data: { rollback, checks } },
      'deployer',
    );
    const said = saidIn(await published(journey), 'roadbook.rollback-ended.v1');
    expect(said.map(({ result, because, replaces }) => [result, because, replaces])).toStrictEqual([
      ['incomplete', 'step 2 is failed', null],
      ['complete', null, first.id],
    ]);
    expect(said[0]).toMatchObject({
      restored: null,
      durationSeconds: null,
      withinBudget: true,
      checks: [],
      followUp: { review: null, clients: 'to be told' },
    });
    expect(said[1]?.steps.map(({ step, verdict }) => [step, verdict])).toStrictEqual([
      [1, 'passed'],
      [2, 'failed'],
      [2, 'passed'],
      [3, 'passed'],
    ]);
    expect(said[1]?.followUp).toStrictEqual({ review, clients: 'told' });
  });

  it('says when the ten minutes are used up', async () => {
    const journey = live();
    const rollback = journey.startRollback(version);
    const budgetEndsAt = plusMs(journey.log.at(-1)!.recordedAt, 600_000);
    journey.wait(600);
    journey.release(version, { type: 'OverrunRollbackBudget', data: { rollback } }, 'system');
    const steps = journey.steps('failed', 1);
    journey.release(
      version,
      { type: 'ReportRollbackSteps', data: { rollback, steps } },
      'deployer',
    );
    const messages = await published(journey);
    expect(saidIn(messages, 'roadbook.rollback-overran.v1')[0]).toMatchObject({
      rollback: idOf(rollback),
      candidate,
      budgetEndsAt,
      role: 'system',
    });
    expect(saidIn(messages, 'roadbook.rollback-ended.v1')[0]?.withinBudget).toBe(false);
  });

  it('closes no log twice', async () => {
    const messages = await published(live().rollBack(version));
    const closed = saidIn(messages, 'roadbook.deployment-log-closed.v1');
    expect(closed.map((said) => [said.version, said.result])).toStrictEqual([
      [before, 'SUCCESS'],
      [version, 'SUCCESS'],
    ]);
  });
});

describe('what is told of a violation', () => {
  it('is who tried what, which rule refused it, and everything that was missing', async () => {
    const journey = new Journey().register().plan(version);
    const violation = {
      command: 'RequestDeployment',
      rule: 2,
      version,
      candidate: null,
      environment: 'qa',
      missing: [{ id: 'version-tagged', missing: `${'x'.repeat(10_000)}y`, from: 'cio' }],
    } as const;
    journey.violation(violation, 'cio');
    const event = journey.log.at(-1)!;
    const messages = await published(journey);
    expect(messages.at(-1)).toMatchObject({ topic: 'roadbook.releases', key: 'web/1.1.0' });
    expect(saidIn(messages, 'roadbook.violation-recorded.v1')).toStrictEqual([
      {
        project: 'web',
        version,
        event: event.id,
        recordedAt: event.recordedAt,
        actor: 'cio',
        role: 'cio',
        candidate: null,
        change: null,
        environment: 'qa',
        command: 'RequestDeployment',
        rule: 2,
        missing: [{ id: 'version-tagged', missing: `${'x'.repeat(9_999)}…`, from: 'cio' }],
      },
    ]);
  });
});
