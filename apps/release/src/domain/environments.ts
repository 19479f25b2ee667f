export const environments = ['dev', 'qa', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

export type ReleaseKind = 'standard' | 'hotfix';

/** Rule 1: the way to production. A hotfix skips dev and qa and nothing else; no kind is without a path. */
export const paths: Readonly<Record<ReleaseKind, readonly Environment[]>> = {
  standard: ['dev', 'qa', 'staging', 'production'],
  hotfix: ['staging', 'production'],
};

/** The environments that must have passed before this one, the nearest first; none for the first of the path. */
export const environmentsBefore = (
  kind: ReleaseKind,
  environment: Environment,
): readonly Environment[] =>
  paths[kind].slice(0, Math.max(paths[kind].indexOf(environment), 0)).reverse();

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
