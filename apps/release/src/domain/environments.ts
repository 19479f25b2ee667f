import type { Environment } from '@roadbook/decider';

export type ReleaseKind = 'standard' | 'hotfix';

/** Rule 1: the way to production. A hotfix skips dev and qa and nothing else; no kind is without a path. */
export const paths: Readonly<Record<ReleaseKind, readonly Environment[]>> = {
  standard: ['dev', 'qa', 'staging', 'production'],
  hotfix: ['staging', 'production'],
};

/** The environment that must have passed before this one; `undefined` for the first of the path. */
export const environmentBefore = (
  kind: ReleaseKind,
  environment: Environment,
): Environment | undefined => paths[kind][paths[kind].indexOf(environment) - 1];

/** What each environment must pass before the next (protocol 2, staged promotion). */
export const requiredChecks = {
  dev: ['smoke-tests'],
  qa: ['full-test-suite', 'integration-tests'],
  staging: ['full-test-suite', 'performance-baseline', 'behaviour-as-expected'],
  production: [
    'health-checks',
    'smoke-tests',
    'monitoring-normal',
    'no-error-rate-spike',
    'performance-within-baseline',
  ],
} as const satisfies Record<Environment, readonly string[]>;

/** The checks of an environment as plain names. */
export const checksOf = (environment: Environment): readonly string[] =>
  requiredChecks[environment];
