import { as, at, reportedAt } from '../acts.fixture.js';
import { noPipelineAnswer } from '../environment-answers/answers.js';
import type { RollbackClaim } from '../road/road.js';
import { blocked, step } from './history.fixture.js';
import {
  overrunRollbackBudget,
  reportRollbackChecks,
  reportRollbackSteps,
  startRollback,
} from './orders.fixture.js';
import {
  allChecks,
  budgetOverrun,
  check,
  claimAbandoned,
  ended,
  logClosed,
  rollbackChecks,
  rollbackIncomplete,
  rollbackStarted,
  rollbackSteps,
  rolledBack,
  windowLapsed,
} from './promotion.fixture.js';
import {
  cleared,
  deploying,
  live,
  ready,
  registered,
  release,
  standing,
  verifying,
} from './release.fixture.js';

const rollback: RollbackClaim = {
  ...{ claim: 'rollback-1', version: '1.4.0', restores: '1.3.0', commandId: 'command' },
};
const claimedOnTheRoad = { road: { ...registered, rollback } };
const backwards = [...live, rollbackStarted()];
const stepsPassed = [...backwards, rollbackSteps(step(1), step(2))];

describe('starting a rollback', () => {
  it('follows the plan that was documented, and has ten minutes', () =>
    release(...live)
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenHappens(rollbackStarted()));

  it('is stopped by nothing: no block, pipeline change, lapsed window or version order', () =>
    release(...live, blocked(), windowLapsed())
      .amid({
        road: { ...standing('1.5.0').road, rollback },
        pipeline: { ...noPipelineAnswer, state: 'unannotated' },
      })
      .when(startRollback())
      .thenHappens(rollbackStarted()));

  it('starts by itself when production fails', () =>
    release(...cleared, ...verifying('production'), ended('production', 'failed'))
      .amid(claimedOnTheRoad)
      .when(as('system', startRollback()))
      .thenHappens(rollbackStarted()));

  it('ends a deployment that is still under way', () =>
    release(...cleared, ...deploying('production'))
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenTypes('PromotionEnded', 'RollbackStarted'));

  it('says so when it comes later than the plan is valid for', () =>
    release(...live)
      .amid(claimedOnTheRoad)
      .when({
        ...startRollback(),
        origin: { ...startRollback().origin, at: '2026-03-03T10:00:00.001Z' },
      })
      .thenHappens(
        rollbackStarted({ budgetEndsAt: '2026-03-03T10:10:00.001Z', planExpired: true }),
      ));

  it('is silent while one is under way', () =>
    release(...backwards)
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenNothing());

  it('is of what stands in production, and only once', () => {
    release(...ready)
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenRefusedBy(
        'stands-in-production',
        '1.4.0 does not stand in production, so there is nothing to roll back',
      );
    release(...stepsPassed, rollbackChecks(), rolledBack())
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenRefusedBy('stands-in-production', '1.4.0 was rolled back already');
  });

  it('begins with the confirmation that the issue comes from the deployment', () =>
    release(...live)
      .amid(claimedOnTheRoad)
      .when(startRollback({ confirmation: '  ' }))
      .thenRefusedBy(
        'issue-confirmed',
        'a rollback starts with the confirmation that the issue comes from the deployment',
      ));

  it('rests on the claim that the road holds', () => {
    release(...live)
      .when(startRollback())
      .thenRefusedBy(
        'rollback-claim-stands',
        'the road holds no such claim on the rollback; ask again',
      );
    release(...live, claimAbandoned('production', 'rollback-1'))
      .amid(claimedOnTheRoad)
      .when(startRollback())
      .thenRefusedBy(
        'claim-not-abandoned',
        'the claim on the environment was released because nothing started on it in time; ask again',
      );
  });

  it('is for the cio and the system', () =>
    release(...live)
      .amid(claimedOnTheRoad)
      .when(as('orchestrator', startRollback()))
      .thenRefusedBy('role-permitted', 'this is for cio or system, not for orchestrator'));
});

describe('reporting the steps of a rollback', () => {
  it('records each of them', () => {
    release(...backwards)
      .when(reportRollbackSteps(step(1), step(2)))
      .thenHappens(rollbackSteps(step(1), step(2)));
    release(...backwards, rollbackSteps(step(1)))
      .when(reportRollbackSteps(step(2)))
      .thenHappens(rollbackSteps(step(2)));
  });

  it('leaves it incomplete when one does not pass, which can be repeated', () => {
    const bad = step(2, '10:01', '10:02', 'failed');
    release(...backwards, rollbackSteps(step(1)))
      .when(at('10:02', reportRollbackSteps(bad)))
      .thenHappens(rollbackSteps(bad), rollbackIncomplete('step 2 is failed'));
    const again = step(1, '10:03');
    release(...backwards, rollbackSteps(step(1), bad), rollbackIncomplete('step 2 is failed'))
      .when(at('10:03', reportRollbackSteps(again)))
      .thenHappens(rollbackSteps(again));
  });

  it('is silent for steps that were reported before', () =>
    release(...stepsPassed, rollbackChecks(), rolledBack())
      .when(reportRollbackSteps(step(1), step(2)))
      .thenNothing());

  it('refuses steps from before it began', () =>
    release(...backwards)
      .when(reportRollbackSteps(step(1, '09:58'), step(2)))
      .thenRefusedBy(
        'steps-follow-the-start',
        'step 1 starts at 2026-03-02T09:58:00.000Z, before the rollback began at 2026-03-02T10:00:00.000Z',
      ));

  it('refuses steps out of order', () =>
    release(...backwards)
      .when(reportRollbackSteps(step(2)))
      .thenRefusedBy(
        'steps-in-order',
        'steps are reported in order, one after the other; the next of 2 is step 1',
      ));

  it('refuses a rollback that is not under way', () => {
    const other = 'this rollback is not under way';
    release(...live)
      .when(reportRollbackSteps(step(1)))
      .thenRefusedBy('rollback-under-way', other);
    release(...stepsPassed, rollbackChecks(), rolledBack())
      .when(reportRollbackSteps(step(1, '10:05')))
      .thenRefusedBy('rollback-under-way', other);
  });
});

describe('reporting the checks of a rollback', () => {
  it('completes it when all have passed', () =>
    release(...stepsPassed)
      .when(reportRollbackChecks())
      .thenHappens(rollbackChecks(), rolledBack()));

  it('closes the log of a release that failed in production', () =>
    release(
      ...[cleared, verifying('production'), ended('production', 'failed')],
      ...[rollbackStarted(), rollbackSteps(step(1), step(2))],
    )
      .when(reportRollbackChecks())
      .thenHappens(rollbackChecks(), rolledBack(), logClosed('ROLLED BACK')));

  it('leaves it incomplete when one does not pass, which can be repeated', () => {
    const checks = [check('health-checks', 'failed'), ...allChecks('production').slice(1)];
    const bad = [rollbackChecks(...checks), rollbackIncomplete('health-checks is failed')] as const;
    release(...stepsPassed)
      .when(reportRollbackChecks(...checks))
      .thenHappens(...bad);
    release(...stepsPassed, ...bad)
      .when(at('10:05', reportRollbackChecks(check('health-checks'))))
      .thenTypes('RollbackChecksReported', 'RollbackCompleted');
  });

  it('is complete by what stands, and a late older verdict escalates nothing', () => {
    const [first, ...others] = allChecks('production');
    const late = [check('health-checks', 'failed'), ...others];
    release(...stepsPassed, rollbackChecks(check('health-checks')))
      .when(reportedAt('09:59', reportRollbackChecks(...late)))
      .thenHappens(rollbackChecks(...late), rolledBack());
    release(...stepsPassed, rollbackChecks(first ?? check('health-checks')))
      .when(reportedAt('09:59', reportRollbackChecks(check('health-checks', 'failed'))))
      .thenHappens(rollbackChecks(check('health-checks', 'failed')));
  });

  it('computes how long it took, and says when the budget was overrun', () => {
    release(...stepsPassed)
      .when(at('10:09:59', reportRollbackChecks()))
      .thenHappens(rollbackChecks(), rolledBack({ durationSeconds: 599 }));
    release(...stepsPassed)
      .when(at('10:10', reportRollbackChecks()))
      .thenHappens(
        rollbackChecks(),
        budgetOverrun(),
        rolledBack({ durationSeconds: 600, withinBudget: false }),
      );
  });

  it('counts the steps that were repeated, from the first start on', () => {
    const [first, again] = [step(1, '09:31', '09:41', 'failed'), step(1, '09:58', '09:59')];
    const repeated = [
      ...[rollbackSteps(first), rollbackIncomplete('step 1 is failed')],
      ...[rollbackSteps(again), rollbackSteps(step(2, '09:59', '10:00'))],
    ];
    release(...backwards, ...repeated)
      .when(at('10:00:30', reportRollbackChecks()))
      .thenHappens(rollbackChecks(), rolledBack({ durationSeconds: 29 * 60, withinBudget: false }));
  });

  it('is silent for a duplicate', () =>
    release(...stepsPassed, rollbackChecks(check('health-checks')))
      .when(reportRollbackChecks(check('health-checks')))
      .thenNothing());

  it('waits for every step, the verification included', () =>
    release(...backwards, rollbackSteps(step(1)))
      .when(reportRollbackChecks())
      .thenRefusedBy(
        'rollback-steps-passed',
        'every step of the rollback plan, its verification included, has to pass before the checks',
      ));

  it('refuses a rollback that is not under way', () =>
    release(...live)
      .when(reportRollbackChecks())
      .thenRefusedBy('rollback-under-way', 'this rollback is not under way'));

  it('refuses a check that rests on nothing', () =>
    release(...stepsPassed)
      .when(reportRollbackChecks({ check: 'health-checks', verdict: 'passed', evidence: {} }))
      .thenRefusedBy(
        'checks-evidence-given',
        'a verdict rests on evidence, a link, a digest or a note: health-checks',
      ));
});

describe('the budget of a rollback', () => {
  it('is overrun when the tenth minute passes', () => {
    release(...backwards)
      .when(at('10:10', overrunRollbackBudget()))
      .thenHappens(budgetOverrun());
    release(...backwards)
      .when(at('10:09:59.999', overrunRollbackBudget()))
      .thenNothing();
  });

  it('is overrun once', () =>
    release(...backwards, budgetOverrun())
      .when(at('10:11', overrunRollbackBudget()))
      .thenNothing());

  it('is of no interest once the rollback is completed', () =>
    release(...stepsPassed, rollbackChecks(), rolledBack())
      .when(at('10:10', overrunRollbackBudget()))
      .thenNothing());
});
