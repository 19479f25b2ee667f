import type { Environment } from '@roadbook/decider';
import { checksOf } from '../../apps/release/src/domain/environments.js';
import type { CheckResult, ReleaseEvent } from '../../apps/release/src/domain/release/events.js';
import { commit, parityChecked, plan } from './preparation.js';
import type { Setting } from './preparation.js';
import { time } from './told.js';
import type { Told } from './told.js';

const of = { candidate: commit };

export const promotionAuthorized = (told: Told) =>
  told
    .at('09:45')
    .by('cio', [{ type: 'PromotionAuthorizationRequested', data: of }])
    .by('orchestrator', [{ type: 'PromotionAuthorized', data: of }]);

interface Attempt {
  readonly environment: Environment;
  readonly attempt?: number;
}

const idOf = ({ environment, attempt = 1 }: Attempt): string =>
  `${environment}-deployment-${String(attempt)}`;

export const requested = (setting: Setting, what: Attempt) => (told: Told) => {
  const { environment, attempt = 1 } = what;
  const deployment = { deployment: idOf(what), environment, ...of, attempt };
  return told.by('cio', [
    {
      type: 'DeploymentRequested',
      data: {
        ...deployment,
        version: setting.version,
        plan,
        deadline: time('23:00'),
        pipeline: {
          ...{ id: 'pipeline-1', askedAt: time('09:00'), answeredAt: time('09:00') },
          ...{ serves: deployment.deployment, state: 'confirmed', changes: [] },
        },
        parity: null,
      },
    },
    { type: 'DeploymentLogEntryOpened', data: deployment },
  ]);
};

export const claimed = (what: Attempt) => (told: Told) =>
  told.by('deployer', [
    {
      type: 'DeploymentClaimed',
      data: { deployment: idOf(what), environment: what.environment },
    },
  ]);

/** Claimed, and reported as deployed. */
export const deployed = (what: Attempt) => (told: Told) =>
  told.tell(claimed(what)).by('deployer', [
    {
      type: 'DeploymentReported',
      data: {
        deployment: idOf(what),
        environment: what.environment,
        outcome: 'succeeded',
        evidence: { link: `https://ci.example/${what.environment}` },
        verificationDeadline: time('23:15'),
      },
    },
  ]);

export const ended = (
  what: Attempt,
  outcome: 'passed' | 'failed' | 'errored' | 'unanswered',
  phase: 'requested' | 'deploying' | 'verifying',
): ReleaseEvent => ({
  type: 'PromotionEnded',
  data: { deployment: idOf(what), environment: what.environment, ...of, outcome, phase },
});

const passing = (environment: Environment): CheckResult[] =>
  checksOf(environment).map((check) => ({
    check,
    verdict: 'passed',
    evidence: { link: `https://ci.example/${environment}/${check}` },
  }));

export const checked =
  (
    what: Attempt,
    outcome: 'passed' | 'failed',
    checks: readonly CheckResult[] = passing(what.environment),
    ...more: readonly ReleaseEvent[]
  ) =>
  (told: Told) =>
    told.by('deployer', [
      {
        type: 'ChecksReported',
        data: { deployment: idOf(what), environment: what.environment, checks },
      },
      ended(what, outcome, 'verifying'),
      ...more,
    ]);

/** Requested at the full hour, deployed at a quarter past and verified at half past. */
export const passed = (setting: Setting, environment: Environment, hour: string) => (told: Told) =>
  told
    .at(`${hour}:00`)
    .tell(requested(setting, { environment }))
    .at(`${hour}:15`)
    .tell(deployed({ environment }))
    .at(`${hour}:30`)
    .tell(checked({ environment }, 'passed'));

export const diagnosed =
  (what: Attempt, { words }: Setting) =>
  (told: Told) =>
    told.by('cio', [
      {
        type: 'FailureDiagnosed',
        data: {
          deployment: idOf(what),
          environment: what.environment,
          diagnosis: words.diagnosis,
          resolution: words.resolution,
        },
      },
    ]);

export const clearedForProduction =
  ({ words }: Setting) =>
  (told: Told) => {
    const window = { start: time('14:00'), end: time('18:00') };
    return told
      .at('13:00')
      .tell(parityChecked)
      .by('cpo', [{ type: 'WindowProposed', data: window }])
      .by('orchestrator', [{ type: 'WindowConfirmed', data: window }])
      .by('cco', [
        {
          type: 'ClientCommunicationAcknowledged',
          data: { ...window, note: words.acknowledgement },
        },
      ])
      .by('cio', [{ type: 'ProductionAuthorizationRequested', data: of }])
      .at('13:30')
      .by('orchestrator', [{ type: 'ProductionAuthorized', data: of }]);
  };

export const production = { environment: 'production' } as const;

export const verifiedInProduction = (setting: Setting) => (told: Told) =>
  told
    .at('14:00')
    .tell(requested(setting, production))
    .at('14:10')
    .tell(deployed(production))
    .at('14:25')
    .tell(
      checked(production, 'passed', passing('production'), {
        type: 'DeploymentLogClosed',
        data: { ...of, result: 'SUCCESS' },
      }),
    );

/** Its smoke tests fail after its health checks passed. */
export const failedInProduction = (setting: Setting) => (told: Told) =>
  told
    .at('14:00')
    .tell(requested(setting, production))
    .at('14:10')
    .tell(deployed(production))
    .at('14:20')
    .tell(
      checked(production, 'failed', [
        { check: 'health-checks', verdict: 'passed', evidence: { link: 'https://ci.example/h' } },
        { check: 'smoke-tests', verdict: 'failed', evidence: { note: setting.words.evidence } },
      ]),
    );
