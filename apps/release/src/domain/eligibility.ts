import { ask, condition, guard, met, missing, seenFrom } from '@roadbook/decider';
import type { Answer, Condition } from '@roadbook/decider';
import { clearanceConditions, preparedConditions } from './checklist.js';
import type { Environment } from './environments.js';
import {
  environmentIsOnThePath,
  previousEnvironmentPassed,
  promotionIsAuthorized,
  versionsGoInOrder,
  windowIsOpen,
} from './hard-rules/rule-1-no-direct-deploy.js';
import { parityHolds } from './hard-rules/rule-3-parity.js';
import { pipelineIsConfirmed } from './hard-rules/rule-4-pipeline-changes.js';
import { candidateOf } from './hard-rules/standpoint.js';
import type { AtEnvironment, Standpoint } from './hard-rules/standpoint.js';
import { candidateIsChosen } from './pre-release-verification.js';
import { needsRollback } from './release/promotion-end.js';
import type { Attempt } from './release/state.js';
import { environmentIsFree } from './road/conditions.js';

/** A release that is live, rolled back or withdrawn goes nowhere any more. */
export const releaseIsOnTheRoad: Condition<Standpoint> = condition(
  'release-on-the-road',
  {},
  ({ release: { stage, version, event } }) => {
    switch (stage) {
      case 'on-the-road':
        return met(event);
      case 'live':
        return missing(
          `${version} is verified in production; what changes from here is a new version`,
        );
      case 'rolling-back':
        return missing(`${version} is being rolled back; its fix is a new version`);
      case 'rolled-back':
        return missing(`${version} was rolled back, which is final; its fix is a new version`);
      case 'withdrawn':
        return missing(`${version} was withdrawn`);
    }
  },
);

export const noSecurityBlock: Condition<Standpoint> = condition(
  'no-security-block',
  { from: 'cso' },
  ({ release: { block } }) =>
    block.is === 'set' ? missing(`a security block stands: ${block.reason}`) : met(block.event),
);

/** The attempt of this candidate that has not ended yet, if any. */
export const attemptUnderWay = (standpoint: Standpoint): Attempt | undefined =>
  Object.values(candidateOf(standpoint).attempts).find(({ phase }) => phase !== 'ended');

const noDeploymentUnderWay: Condition<Standpoint> = guard(
  'no-deployment-under-way',
  { from: 'deployer' },
  (standpoint) => {
    const attempt = attemptUnderWay(standpoint);
    return attempt && `the deployment to ${attempt.environment} has not ended yet`;
  },
);

const environmentHasNotPassed: Condition<AtEnvironment> = guard(
  'environment-not-passed',
  {},
  (standpoint) =>
    candidateOf(standpoint).attempts[standpoint.environment]?.outcome === 'passed'
      ? `this candidate has already passed ${standpoint.environment}`
      : undefined,
);

/** Outside production, a failure stops the promotion until a diagnosis and a resolution are recorded. */
const failureIsDiagnosed: Condition<AtEnvironment> = condition(
  'failure-diagnosed',
  { from: 'cio' },
  (standpoint) => {
    const { environment } = standpoint;
    const attempt = candidateOf(standpoint).attempts[environment];
    const failed =
      attempt?.phase === 'ended' && !['passed', 'withdrawn'].includes(attempt.outcome ?? '');
    if (!failed || environment === 'production') return met();
    return attempt.diagnosed === undefined
      ? missing(
          `the last deployment to ${environment} ended ${attempt.outcome ?? ''}; record its diagnosis and resolution`,
        )
      : met(attempt.diagnosed);
  },
);

/** What has failed in production is rolled back; an errored deployment may be tried again. */
export const productionHasNotFailed: Condition<Standpoint> = guard(
  'production-not-failed',
  {},
  (standpoint) => {
    const attempt = candidateOf(standpoint).attempts.production;
    return attempt && needsRollback({ ...attempt, phase: attempt.endedIn })
      ? `${standpoint.release.version} is rolled back from production, where it failed; its fix is a new version`
      : undefined;
  },
);

const onTheRoadItself: readonly Condition<AtEnvironment>[] = [
  ...seenFrom([environmentIsFree], ({ release, surroundings, environment }: AtEnvironment) => ({
    road: surroundings.road,
    version: release.version,
    environment,
  })),
  ...versionsGoInOrder,
];

/** Everything that is asked before a deployment to the environment starts, in the order in which a person would ask it. */
export const promotionConditions = (
  environment: Environment,
): readonly Condition<AtEnvironment>[] => [
  releaseIsOnTheRoad,
  candidateIsChosen,
  environmentIsOnThePath,
  ...preparedConditions,
  promotionIsAuthorized,
  noSecurityBlock,
  previousEnvironmentPassed,
  environmentHasNotPassed,
  noDeploymentUnderWay,
  failureIsDiagnosed,
  pipelineIsConfirmed,
  ...(environment === 'production'
    ? [productionHasNotFailed, parityHolds, ...clearanceConditions, windowIsOpen]
    : []),
  ...onTheRoadItself,
];

/** A deployer takes up only what might be requested still, but for its being under way. */
export const claimConditions = (environment: Environment): readonly Condition<AtEnvironment>[] =>
  promotionConditions(environment).filter((one) => one !== noDeploymentUnderWay);

export interface Eligibility {
  readonly allowed: boolean;
  readonly answers: readonly Answer[];
}

/** May this release be deployed to this environment now? The command asks the same and refuses with the same sentences. */
export function eligibility(standpoint: AtEnvironment): Eligibility {
  const answers = ask(promotionConditions(standpoint.environment), standpoint);
  return { allowed: answers.every(({ finding }) => finding.met), answers };
}
