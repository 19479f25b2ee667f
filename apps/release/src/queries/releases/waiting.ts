import { ask, unmet } from '@roadbook/decider';
import type { Role, Unmet, Environment } from '@roadbook/decider';
import { promotionConditions } from '../../domain/eligibility.js';
import { paths } from '../../domain/environments.js';
import type { Standpoint } from '../../domain/hard-rules/standpoint.js';
import type { PlannedRelease, Rollback } from '../../domain/release/state.js';

/** What a release waits for, and for whom. */
export interface Waiting {
  /** The environment that it has to pass next; null when it goes nowhere any more. */
  readonly environment: Environment | null;
  /** What is missing, in the order in which a person would ask; empty when it waits for nothing. */
  readonly missing: readonly Unmet[];
  /** The roles that can supply it, in that order; empty when nobody can but time. */
  readonly roles: readonly Role[];
}

export function waitingOf(standpoint: Standpoint): Waiting {
  const environment = nextEnvironment(standpoint.release);
  const missing = whatIsMissing(standpoint, environment);
  return { environment, missing, roles: [...new Set(missing.flatMap(({ from }) => from ?? []))] };
}

/** The first of its path that the candidate has not passed. */
function nextEnvironment({ stage, kind, candidate }: PlannedRelease): Environment | null {
  if (stage !== 'on-the-road') return null;
  const attempts = candidate?.attempts ?? {};
  return paths[kind].find((one) => attempts[one]?.outcome !== 'passed') ?? null;
}

function whatIsMissing(standpoint: Standpoint, environment: Environment | null): Unmet[] {
  if (environment === null) return afterTheRoad(standpoint.release.rollback);
  const missing = unmet(ask(promotionConditions(environment), { ...standpoint, environment }));
  return missing.length > 0 ? missing : [toBeRequested(environment)];
}

/** Nothing is missing but somebody who goes on: ready and idle. */
const toBeRequested = (environment: Environment): Unmet => ({
  id: 'deployment-requested',
  missing: `everything holds; the deployment to ${environment} can be requested`,
  from: 'cio',
});

/** A rollback goes to its end, and is followed up (protocol 3). */
function afterTheRoad(rollback: Rollback): Unmet[] {
  if (rollback.is === 'none') return [];
  const { is, usersAffected, acknowledged, reviewAt } = rollback;
  return [
    ...(is === 'under-way' ? [rollbackToBeCompleted] : []),
    ...(usersAffected && !acknowledged ? [communicationToBeAcknowledged] : []),
    ...(reviewAt === undefined ? [reviewToBeScheduled] : []),
  ];
}

const rollbackToBeCompleted: Unmet = {
  id: 'rollback-completed',
  missing: 'the rollback has not been completed yet',
  from: 'deployer',
};

const communicationToBeAcknowledged: Unmet = {
  id: 'rollback-communication-acknowledged',
  missing: 'users were affected, and nobody acknowledged that they were told of the rollback',
  from: 'cco',
};

const reviewToBeScheduled: Unmet = {
  id: 'rollback-review-scheduled',
  missing: 'the review of the rollback is not scheduled',
  from: 'cio',
};
