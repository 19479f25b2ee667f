import { guard, refuse, refuseAtFirst, silence, hourMs, plusMs } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import { checksOf } from '../environments.js';
import { rollbackBudgetSeconds } from '../hard-rules/rule-5-rollback-before-deployment.js';
import type { Asked } from './asked.js';
import {
  checksAreKnown,
  checksHaveEvidence,
  repeatsChecks,
  verdictOf,
  withResults,
} from './checks.js';
import type { ReleaseEvent, RollbackEvent } from './events.js';
import { closeLog, endPromotion } from './promotion-end.js';
import { claimIsNotAbandoned } from './promotion.js';
import { repeatsSteps, reportersTime } from './reported-before.js';
import type { PlannedRelease, RollbackUnderWay } from './state.js';
import {
  allPassed,
  durationSeconds,
  stepCount,
  stepsAreInOrder,
  stepsFollowTheStart,
  stepTimesAreInOrder,
} from './steps.js';

/**
 * Nothing stops a rollback: no gate, block, window, drift, pipeline change, voided authorization or version order. It only has to be
 * the release that stands in production, from the moment a deployer acted there.
 */
const standsInProduction: Condition<Asked<'StartRollback'>> = guard(
  'stands-in-production',
  {},
  ({ release: { stage, productionTouched, version } }) => {
    if (stage === 'rolled-back') return `${version} was rolled back already`;
    return productionTouched
      ? undefined
      : `${version} does not stand in production, so there is nothing to roll back`;
  },
);

/** The issue comes from the deployment: somebody says why, before anything is undone. */
const issueIsConfirmed: Condition<Asked<'StartRollback'>> = guard(
  'issue-confirmed',
  { from: 'cio' },
  ({ command: { confirmation } }) =>
    confirmation.trim() === ''
      ? 'a rollback starts with the confirmation that the issue comes from the deployment'
      : undefined,
);

const rollbackClaimStands: Condition<Asked<'StartRollback'>> = guard(
  'rollback-claim-stands',
  {},
  ({ surroundings: { road }, command: { claim } }) =>
    road.rollback?.claim === claim
      ? undefined
      : 'the road holds no such claim on the rollback; ask again',
);

export function startRollback(asked: Asked<'StartRollback'>): Decision<ReleaseEvent> {
  const { command, release, at } = asked;
  if (release.rollback.is === 'under-way') return silence;
  const refusal = refuseAtFirst<Asked<'StartRollback'>>(
    [standsInProduction, issueIsConfirmed, claimIsNotAbandoned, rollbackClaimStands],
    asked,
  );
  const attempt = release.candidate?.attempts.production;
  if (refusal) return refusal;
  if (!attempt || !release.plan) return refuse(standsInProduction, asked);
  const { claim: rollback, restores, reason, confirmation, usersAffected } = command;
  const validUntil = plusMs(attempt.deployedAt ?? at, release.plan.validForHours * hourMs);
  return [
    ...(attempt.phase === 'ended' ? [] : endPromotion(release, attempt, 'withdrawn')),
    {
      type: 'RollbackStarted',
      data: {
        rollback,
        candidate: release.candidate.commit,
        plan: release.plan.plan,
        restores,
        reason,
        confirmation,
        usersAffected,
        budgetEndsAt: plusMs(at, rollbackBudgetSeconds * 1000),
        planExpired: at > validUntil,
      },
    },
  ];
}

type AboutRollback = Asked<'ReportRollbackSteps' | 'ReportRollbackChecks'>;

const underWay = ({
  release: { rollback },
  command,
}: AboutRollback): RollbackUnderWay | undefined =>
  rollback.is === 'under-way' && rollback.rollback === command.rollback ? rollback : undefined;

const rollbackIsUnderWay: Condition<AboutRollback> = guard('rollback-under-way', {}, (asked) =>
  underWay(asked) ? undefined : 'this rollback is not under way',
);

export function reportRollbackSteps(asked: Asked<'ReportRollbackSteps'>): Decision<ReleaseEvent> {
  const { command, release, origin } = asked;
  if (repeatsSteps(release, command.rollback, command.steps)) return silence;
  const rollback = underWay(asked);
  if (!rollback) return refuse(rollbackIsUnderWay, asked);
  const bad = command.steps.find(({ verdict }) => verdict !== 'passed');
  return (
    refuseAtFirst([stepsAreInOrder, stepTimesAreInOrder, stepsFollowTheStart], {
      command,
      origin,
      before: rollback.steps,
      total: stepCount(release.plan),
      repeatable: true,
      began: { what: 'rollback', at: rollback.begunAt },
    }) ?? [
      { type: 'RollbackStepsReported', data: command },
      ...(bad ? [incomplete(rollback, `step ${String(bad.step)} is ${bad.verdict}`)] : []),
    ]
  );
}

/** Escalates; the step or the check can be repeated. */
const incomplete = ({ rollback }: RollbackUnderWay, because: string): RollbackEvent => ({
  type: 'RollbackIncomplete',
  data: { rollback, because },
});

const everyStepHasPassed: Condition<AboutRollback> = guard(
  'rollback-steps-passed',
  { from: 'deployer' },
  ({ release: { rollback, plan } }) =>
    rollback.is === 'under-way' && allPassed(rollback.steps, stepCount(plan))
      ? undefined
      : 'every step of the rollback plan, its verification included, has to pass before the checks',
);

/** The same checks as after a deployment: when all have passed, the rollback is completed. */
export function reportRollbackChecks(asked: Asked<'ReportRollbackChecks'>): Decision<ReleaseEvent> {
  const { command, release, origin, at } = asked;
  const { checks } = command;
  if (repeatsChecks(asked, command.rollback, checks)) return silence;
  const rollback = underWay(asked);
  if (!rollback) return refuse<AboutRollback>(rollbackIsUnderWay, asked);
  const required = checksOf('production');
  const refusal =
    refuseAtFirst<AboutRollback>([everyStepHasPassed], asked) ??
    refuseAtFirst([checksAreKnown, checksHaveEvidence], { results: checks, required });
  if (refusal) return refusal;
  const standing = withResults(rollback.checks, checks, reportersTime(origin));
  const verdict = verdictOf(required, standing);
  const bad = checks.find(({ check }) => standing.get(check)?.verdict !== 'passed')?.check;
  return [
    { type: 'RollbackChecksReported', data: command },
    ...(bad === undefined
      ? []
      : [incomplete(rollback, `${bad} is ${standing.get(bad)?.verdict ?? ''}`)]),
    ...(verdict === 'passed' ? completed(release, rollback, at) : []),
  ];
}

function completed(
  release: PlannedRelease,
  rollback: RollbackUnderWay,
  at: string,
): ReleaseEvent[] {
  const seconds = durationSeconds(rollback.carriedOut, { from: rollback.startedAt, to: at });
  return [
    ...overrun(rollback, at),
    {
      type: 'RollbackCompleted',
      data: {
        rollback: rollback.rollback,
        restored: rollback.restores,
        durationSeconds: seconds,
        withinBudget: seconds < rollbackBudgetSeconds,
      },
    },
    ...closeLog(release, 'ROLLED BACK'),
  ];
}

/** Recorded when the tenth minute passes, not when the report comes. */
const overrun = (rollback: RollbackUnderWay, at: string): RollbackEvent[] =>
  rollback.overrun || at < rollback.budgetEndsAt
    ? []
    : [
        {
          type: 'RollbackBudgetOverrun',
          data: { rollback: rollback.rollback, budgetEndsAt: rollback.budgetEndsAt },
        },
      ];

export const overrunRollbackBudget = ({
  release: { rollback },
  command,
  at,
}: Asked<'OverrunRollbackBudget'>): Decision<ReleaseEvent> =>
  rollback.is === 'under-way' && rollback.rollback === command.rollback
    ? overrun(rollback, at)
    : silence;
