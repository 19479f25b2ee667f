import { condition, guard, met, missing } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { PlanStep, RollbackPlan } from '../release/parts.js';
import { isPlaceholder } from './placeholder.js';
import { candidateOf } from './standpoint.js';
import type { Standpoint } from './standpoint.js';

/**
 * Hard rule 5: rollback before deployment.
 *
 * Steps that are specific, rehearsed successfully, documented, and measured at under ten minutes. A rehearsal that failed or took
 * longer is no rehearsal; a new candidate or a changed plan needs a new one.
 */
const rule = 5;

/** The budget of a rollback: under ten minutes. */
export const rollbackBudgetSeconds = 600;

interface Written {
  readonly command: RollbackPlan;
}

export const planHasSteps: Condition<Written> = guard('plan-has-steps', { rule }, ({ command }) =>
  command.steps.length === 0
    ? 'the rollback plan needs at least one step besides its verification'
    : undefined,
);

const isSpecific = ({ action, command, expected }: PlanStep): boolean =>
  ![action, command, expected].some(isPlaceholder);

export const planIsSpecific: Condition<Written> = guard(
  'plan-specific',
  { rule },
  ({ command: { steps, verification } }) => {
    const vague = [...steps, verification].findIndex((step) => !isSpecific(step));
    return vague === -1
      ? undefined
      : `step ${String(vague + 1)} of the rollback plan needs an action, an exact command or runbook link, and an expected result; a placeholder is none`;
  },
);

export const planIsUnderTenMinutes: Condition<Written> = guard(
  'plan-under-ten-minutes',
  { rule },
  ({ command: { steps, verification } }) => {
    const seconds = [...steps, verification].reduce((sum, step) => sum + step.estimateSeconds, 0);
    return seconds < rollbackBudgetSeconds
      ? undefined
      : `the estimates of the rollback plan sum to ${String(seconds)} s; it has to be under ${String(rollbackBudgetSeconds)} s`;
  },
);

/** By a cto who didn't write it; who that is was decided when the review was taken. */
export const planIsReviewed: Condition<Standpoint> = condition(
  'rollback-plan-reviewed',
  { rule, from: 'cto' },
  ({ release: { plan } }) => {
    if (plan?.review?.verdict === 'passed') return met(plan.review.event);
    return plan?.review
      ? missing('the review of the rollback plan did not pass; write another', 'cio')
      : missing('the rollback plan is not reviewed');
  },
);

/** In a named environment, never production: every step of this very plan, in order, all passed, for this very candidate. */
export const planIsRehearsed: Condition<Standpoint> = condition(
  'rollback-plan-rehearsed',
  { rule, from: 'deployer' },
  (standpoint) => {
    const { rehearsal, plan } = standpoint.release;
    if (!rehearsal?.ended) return missing('the rollback plan is not rehearsed');
    if (rehearsal.plan !== plan?.plan)
      return missing('the rollback plan has changed since it was rehearsed');
    if (rehearsal.candidate !== candidateOf(standpoint).commit)
      return missing('the rollback plan was rehearsed with another candidate');
    if (rehearsal.ended.verdict !== 'passed') return missing('the last rehearsal did not pass');
    return rehearsal.ended.durationSeconds < rollbackBudgetSeconds
      ? met(rehearsal.ended.event)
      : missing(
          `the last rehearsal took ${String(rehearsal.ended.durationSeconds)} s; it has to be under ${String(rollbackBudgetSeconds)} s`,
        );
  },
);
