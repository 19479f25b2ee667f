import type { FactOf } from '../fact.js';
import type { Moment, Rules } from './moment.js';
import { unless } from './moment.js';
import { inProduction } from './production.js';
import { checks, rollbackBudgetSeconds } from './spec-words.js';
import { saidAt, standing } from './verdicts.js';

/** What has to hold of a rollback: when it starts, and when it is said to be complete. */

type Start = FactOf<'RollbackStarted'>;
type Completion = FactOf<'RollbackCompleted'>;

export const rollbackStarted: Rules<Start> = {
  'rollback-of-what-stands': ({ books, position, version }) => {
    const { occupant } = inProduction(books, position);
    return unless(occupant === version, `${occupant ?? 'nothing'} stands in production`);
  },
  'rollback-restores-the-one-before': ({ books, position, version, at }) => {
    const before = inProduction(books, position).verified.filter((one) => one !== version);
    const restored = before[before.length - 1] ?? null;
    return unless(at.data.restores === restored, `it has to restore ${restored ?? 'nothing'}`);
  },
  'rollback-by-the-plan': ({ release, position, at }) =>
    unless(
      release.last('RollbackPlanWritten', position)?.data.plan === at.data.plan,
      'it does not follow the plan that was documented',
    ),
  'one-rollback': ({ books, position }) =>
    unless(
      inProduction(books, position).rollingBack === undefined,
      'another rollback is under way',
    ),
};

const startOf = ({ release, position, at }: Moment<Completion>): Start | undefined =>
  release.last('RollbackStarted', position, ({ data }) => data.rollback === at.data.rollback);

export const rollbackCompleted: Rules<Completion> = {
  'restored-as-claimed': (moment) => {
    const started = startOf(moment);
    return unless(
      started !== undefined && started.data.restores === moment.at.data.restored,
      'it restored something else than it set out to',
    );
  },
  'rollback-steps-passed': ({ release, position, at }) => {
    const total = (release.last('RollbackPlanWritten', position)?.data.steps.length ?? 0) + 1;
    const results = new Map<number, string>();
    for (const { data } of release.all('RollbackStepsReported', position)) {
      if (data.rollback !== at.data.rollback) continue;
      const from = data.steps[0]?.step ?? Infinity;
      for (const step of results.keys()) if (step >= from) results.delete(step);
      for (const { step, verdict } of data.steps) results.set(step, verdict);
    }
    const done = [...results.values()].filter((verdict) => verdict === 'passed');
    return unless(done.length === total && results.size === total, 'not every step has passed');
  },
  'rollback-checks-passed': ({ release, position, at }) => {
    const steps = release.last('RollbackStepsReported', position)?.position ?? -1;
    const said = release
      .all('RollbackChecksReported', position)
      .filter((fact) => fact.data.rollback === at.data.rollback && fact.position > steps)
      .flatMap((fact) => fact.data.checks.map((one) => ({ ...one, at: saidAt(fact) })));
    const open = (checks.production ?? []).filter(
      (check) => standing(said.filter((one) => one.check === check)) !== 'passed',
    );
    return unless(open.length === 0, `it is complete without ${open.join(', ')}`);
  },
  'rollback-measured': (moment) => {
    const started = startOf(moment);
    const { withinBudget } = moment.at.data;
    const took = (Date.parse(moment.at.recordedAt) - Date.parse(started?.recordedAt ?? '')) / 1000;
    return unless(
      !withinBudget || took < rollbackBudgetSeconds,
      `it took ${String(took)} s and counts as within the budget`,
    );
  },
  'rollback-measured-by-every-step': ({ release, position, at }) => {
    const steps = release
      .all('RollbackStepsReported', position)
      .filter(({ data }) => data.rollback === at.data.rollback)
      .flatMap(({ data }) => data.steps);
    const starts = steps.map(({ startedAt }) => Date.parse(startedAt));
    const ends = steps.map(({ endedAt }) => Date.parse(endedAt));
    const took = (Math.max(...ends) - Math.min(...starts)) / 1000;
    const { durationSeconds, withinBudget } = at.data;
    return unless(
      took <= durationSeconds && withinBudget === durationSeconds < rollbackBudgetSeconds,
      `its steps took ${String(took)} s, and ${String(durationSeconds)} s are on record`,
    );
  },
};
