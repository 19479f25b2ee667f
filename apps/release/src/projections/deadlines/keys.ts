import type { Environment } from '@roadbook/decider';
import type { Happened, Whose } from './happened.js';

/** An environment belongs to one release at a time, whose later claims are made over its earlier ones, as on the road. */
const claimOf = (project: string, environment: Environment): string =>
  `claim/${project}/${environment}`;
const rollbackClaimOf = (project: string): string => `rollback-claim/${project}`;

/** A release has one deployment under way at a time, one window and one rollback. */
const ofRelease = (kind: string, { project, version }: Whose): string =>
  `${kind}/${project}@${version}`;

/** The deadlines that the event is about. */
export function keysOf(event: Happened, whose: Whose): string[] {
  const { project } = whose;
  switch (event.type) {
    case 'EnvironmentClaimed':
    case 'EnvironmentVacated':
      return [claimOf(project, event.data.environment)];
    case 'DeploymentRequested':
      return [claimOf(project, event.data.environment), ofRelease('promotion', whose)];
    case 'DeploymentReported':
      return [ofRelease('promotion', whose)];
    case 'DeploymentClaimed':
      return event.data.environment === 'production' ? [ofRelease('window', whose)] : [];
    case 'PromotionEnded':
      return event.data.environment === 'production'
        ? [ofRelease('promotion', whose), ofRelease('window', whose)]
        : [ofRelease('promotion', whose)];
    case 'WindowProposed':
    case 'WindowConfirmed':
    case 'WindowLapsed':
    case 'ReleaseWithdrawn':
      return [ofRelease('window', whose)];
    case 'RollbackClaimed':
    case 'RollbackClaimReleased':
      return [rollbackClaimOf(project)];
    case 'ReleaseRolledBack':
      return [rollbackClaimOf(project), claimOf(project, 'production')];
    case 'RollbackStarted':
      return [rollbackClaimOf(project), ofRelease('window', whose), ofRelease('rollback', whose)];
    case 'RollbackBudgetOverrun':
    case 'RollbackCompleted':
      return [ofRelease('rollback', whose)];
    default:
      return event satisfies never;
  }
}
