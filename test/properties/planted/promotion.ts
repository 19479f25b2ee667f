import type { StepResult } from '../../../apps/release/src/domain/release/parts.js';
import { all, changed, one, planted, twice, without } from './edits.js';
import type { Edit } from './edits.js';
import { first, hotfix, second } from './history.js';

/** By the rule that each of them breaks: what goes wrong on the road, at a deployment, and on the way back. */

const to = (environment: string, stream = second) => ({
  in: stream,
  where: (data: { readonly environment: string }) => data.environment === environment,
});
const staging = to('staging');
const production = to('production');
const inHotfix = { in: hotfix };

const endedAs =
  (outcome: 'failed' | 'errored') =>
  (environment: 'qa' | 'production'): Edit =>
    planted('before', 'DeploymentRequested', to(environment), ({ data: { candidate } }) => [
      {
        type: 'PromotionEnded',
        data: {
          ...{ deployment: 'another', environment, candidate },
          ...{ outcome, phase: 'verifying' },
        },
      },
    ]);
const failedIn = endedAs('failed');

const drift = { staging: 'drifts', qa: 'mirrors' } as const;

export const onTheWay: Readonly<Record<string, Edit>> = {
  'candidate-that-stands': changed('DeploymentRequested', production, {
    data: { candidate: 'another' },
  }),
  'environment-on-path': changed('DeploymentRequested', to('staging', hotfix), {
    data: { environment: 'qa' },
  }),
  'path-passed-still': planted('after', 'PromotionEnded', to('qa'), ({ data }) => [
    {
      type: 'ChecksReported',
      data: {
        ...{ deployment: data.deployment, environment: 'qa' },
        checks: [{ check: 'full-test-suite', verdict: 'failed', evidence: { note: 'flaky' } }],
      },
      recordedAt: '2026-03-09T09:00:00.000Z',
    },
  ]),
  'path-in-order': without('PromotionEnded', to('qa')),
  'on-the-road': planted('before', 'DeploymentRequested', production, () => [
    { type: 'ReleaseWithdrawn', data: { reason: 'not needed any more' } },
  ]),
  'failure-diagnosed': failedIn('qa'),
  'one-at-a-time': without('PromotionEnded', to('dev')),
  'claimed-on-the-road': without('EnvironmentClaimed', {
    in: 'road',
    where: ({ environment, version }) => environment === 'production' && version === '1.1.0',
  }),
  'log-entry-opened': without('DeploymentLogEntryOpened', production),
  'pipeline-confirmed': changed('DeploymentRequested', production, ({ data }) => ({
    data: { pipeline: { ...data.pipeline, state: 'unannotated' as const } },
  })),
  'pipeline-answered': changed(
    'PipelineReported',
    { in: 'answers' },
    { data: { state: 'unannotated' } },
  ),
  'parity-holds': changed('DeploymentRequested', production, ({ data }) => ({
    data: { parity: { ...data.parity!, ...drift } },
  })),
  'parity-holds-as-answered': changed('ParityReported', { in: 'answers' }, { data: drift }),
  'version-order': planted('before', 'DeploymentRequested', production, ({ data }) => [
    { type: 'DeploymentRequested', data, stream: 'release@1.2.0' },
  ]),
  'hotfix-patches-production': changed(
    'ReleasePlanned',
    { in: second },
    {
      data: { kind: 'hotfix' },
    },
  ),
  'breaking-change-raises-version': changed(
    'ReleasePlanned',
    { in: second },
    {
      data: { breaking: true },
    },
  ),
  'production-free': changed('PromotionEnded', to('production', first), {
    data: { outcome: 'errored' },
  }),
  'failure-rolled-back': failedIn('production'),
  'held-for-a-reason': planted(
    'after',
    'EnvironmentVacated',
    { in: 'road', where: ({ environment }) => environment === 'dev' },
    ({ data: { environment, version } }) => [
      {
        ...{ role: 'cio', type: 'EnvironmentClaimed' },
        data: { claim: 'forgotten', environment, version, candidate: '', kind: 'standard' },
      },
    ],
  ),
};

export const atADeployment: Readonly<Record<string, Edit>> = {
  'claimed-once': twice('DeploymentClaimed', staging, { actor: 'deployer-4' }),
  'claimed-while-open': changed('DeploymentClaimed', staging, (_, facts) => ({
    recordedAt: one(facts, 'DeploymentRequested', staging).data.deadline,
  })),
  'pipeline-confirmed-at-claim': changed(
    'PipelineReported',
    { in: 'answers' },
    {
      data: { state: 'unknown' },
    },
  ),
  'claimed-in-its-window': planted('before', 'DeploymentClaimed', production, (_, facts) => [
    { type: 'WindowProposed', data: one(facts, 'WindowConfirmed', { in: second }).data },
  ]),
  'parity-holds-at-claim': changed('ParityReported', { in: 'answers' }, { data: drift }),
  'ended-once': twice('PromotionEnded', staging),
  'passed-as-deployed': changed('DeploymentReported', staging, { data: { outcome: 'errored' } }),
  'passed-by-every-check': changed('ChecksReported', staging, ({ data }) => ({
    data: { checks: data.checks.slice(1) },
  })),
  'passed-in-time': changed('DeploymentReported', staging, ({ recordedAt }) => ({
    data: { verificationDeadline: recordedAt },
  })),
};

/** A first try of a step, half an hour before it was repeated. */
const failedBefore = (step: StepResult): StepResult => ({
  ...{ ...step, verdict: 'failed' },
  startedAt: new Date(Date.parse(step.startedAt) - 1_800_000).toISOString(),
});

export const onTheWayBack: Readonly<Record<string, Edit>> = {
  'late-failure-rolls-back': (facts) => {
    const standing = facts.filter(({ stream }) => stream !== hotfix);
    return planted('after', 'PromotionEnded', production, ({ data }) => [
      {
        type: 'ChecksReported',
        data: {
          ...{ deployment: data.deployment, environment: 'production' },
          checks: [{ check: 'health-checks', verdict: 'failed', evidence: { note: 'it is down' } }],
        },
        recordedAt: '2026-03-09T09:00:00.000Z',
      },
    ])(standing);
  },
  'rollback-of-what-stands': changed('RollbackStarted', inHotfix, { stream: first }),
  'rollback-restores-the-one-before': changed('RollbackStarted', inHotfix, {
    data: { restores: '1.0.0' },
  }),
  'rollback-by-the-plan': changed('RollbackStarted', inHotfix, { data: { plan: 'another' } }),
  'one-rollback': twice('RollbackStarted', inHotfix),
  'restored-as-claimed': changed('RollbackCompleted', inHotfix, { data: { restored: '1.0.0' } }),
  'rollback-steps-passed': changed('RollbackStepsReported', inHotfix, ({ data }) => ({
    data: { steps: data.steps.map((step) => ({ ...step, verdict: 'failed' })) },
  })),
  'rollback-checks-passed': changed('RollbackChecksReported', inHotfix, ({ data }) => ({
    data: { checks: data.checks.slice(1) },
  })),
  'rollback-measured': all(
    changed('RollbackStarted', inHotfix, { recordedAt: '2026-03-01T09:00:00.000Z' }),
    changed('RollbackCompleted', inHotfix, { data: { withinBudget: true } }),
  ),
  'rollback-measured-by-every-step': planted(
    'before',
    'RollbackStepsReported',
    inHotfix,
    (fact) => [
      {
        type: 'RollbackStepsReported',
        data: {
          ...fact.data,
          steps: [failedBefore(fact.data.steps[0]!)],
        },
      },
    ],
  ),
  'violation-recorded-once': planted('before', 'RollbackStarted', inHotfix, () =>
    ['violations#1', 'violations#2'].map((id) => ({
      ...{ id, stream: 'violations', type: 'ViolationRecorded' },
      data: {
        ...{ command: 'RequestDeployment', rule: 1, version: '1.1.1', candidate: null },
        missing: [{ id: 'path-in-order', missing: 'staging' }],
      },
    })),
  ),
};
