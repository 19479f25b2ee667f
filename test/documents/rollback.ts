import { checksOf } from '../../apps/release/src/domain/environments.js';
import type { ReleaseEvent } from '../../apps/release/src/domain/release/events.js';
import type { StepResult } from '../../apps/release/src/domain/release/parts.js';
import { commit, plan } from './preparation.js';
import type { Setting } from './preparation.js';
import { time } from './told.js';
import type { Told } from './told.js';

const rollback = 'rollback-1';

interface Start {
  readonly restores: string | null;
  readonly planExpired?: boolean;
  readonly usersAffected?: boolean;
}

const started = (
  { words }: Setting,
  at: string,
  { restores, planExpired = false, usersAffected = false }: Start,
): ReleaseEvent => ({
  type: 'RollbackStarted',
  data: {
    rollback,
    candidate: commit,
    plan,
    restores,
    reason: words.reason,
    confirmation: words.confirmation,
    usersAffected,
    budgetEndsAt: new Date(Date.parse(time(at)) + 600_000).toISOString(),
    planExpired,
  },
});

/** By itself, after production failed. */
export const startedByItself = (setting: Setting, at: string, start: Start) => (told: Told) =>
  told.at(at).by('system', [started(setting, at, start)]);

export const startedByTheCio = (setting: Setting, at: string, start: Start) => (told: Told) =>
  told.at(at).by('cio', [started(setting, at, start)]);

export const passedStep = (step: number, startedAt: string, endedAt: string): StepResult => ({
  step,
  startedAt,
  endedAt,
  verdict: 'passed',
});

export const stepsDone =
  (...steps: readonly StepResult[]) =>
  (told: Told) =>
    told.by('deployer', [{ type: 'RollbackStepsReported', data: { rollback, steps } }]);

export const stepFailed =
  ({ words }: Setting, result: Omit<StepResult, 'verdict' | 'note'>) =>
  (told: Told) =>
    told.by('deployer', [
      {
        type: 'RollbackStepsReported',
        data: { rollback, steps: [{ ...result, verdict: 'failed', note: words.stepNote }] },
      },
      {
        type: 'RollbackIncomplete',
        data: { rollback, because: `step ${String(result.step)} is failed: ${words.stepNote}` },
      },
    ]);

export const overran = (at: string) => (told: Told) =>
  told
    .at(at)
    .by('system', [{ type: 'RollbackBudgetOverrun', data: { rollback, budgetEndsAt: time(at) } }]);

export const completed =
  (restored: string | null, durationSeconds: number, ...more: readonly ReleaseEvent[]) =>
  (told: Told) =>
    told.by('deployer', [
      {
        type: 'RollbackChecksReported',
        data: {
          rollback,
          checks: checksOf('production').map((check) => ({
            check,
            verdict: 'passed',
            evidence: { link: `https://ci.example/rollback/${check}` },
          })),
        },
      },
      {
        type: 'RollbackCompleted',
        data: { rollback, restored, durationSeconds, withinBudget: durationSeconds < 600 },
      },
      ...more,
    ]);

export const closedAsRolledBack: ReleaseEvent = {
  type: 'DeploymentLogClosed',
  data: { candidate: commit, result: 'ROLLED BACK' },
};

export const followedUp =
  ({ words }: Setting) =>
  (told: Told) =>
    told
      .by('cco', [
        {
          type: 'RollbackCommunicationAcknowledged',
          data: { rollback, note: words.acknowledgement },
        },
      ])
      .by('cio', [
        {
          type: 'RollbackReviewScheduled',
          data: { rollback, reviewAt: time('2026-11-30T10:00'), note: words.reviewNote },
        },
      ]);
