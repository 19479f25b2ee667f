import type { ActorId, Environment } from '@roadbook/decider';
import type { DeploymentRequest } from '../../queries/deployments/list-deployment-requests.js';
import { RollbackPlanDto } from '../artifacts/answers.dto.js';
import { Holds, words } from '@roadbook/api';
import { environments } from '@roadbook/decider';

type OpenDeployment = NonNullable<DeploymentRequest['deployment']>;
type OpenRollback = NonNullable<DeploymentRequest['rollback']>;

const phases = ['requested', 'deploying', 'verifying'] as const;

/** A deployment that a deployer is asked for, or that one is carrying out. */
export class OpenDeploymentDto implements OpenDeployment {
  /** @example '7c9e6679-7425-50de-944b-e07fc1f90ae7' */
  deployment: string;

  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * The commit to deploy.
   * @example 'c0ffee1'
   */
  candidate: string;

  /**
   * Counts from 1 for each candidate and environment.
   * @example 1
   */
  attempt: number;

  /**
   * Nobody has claimed it, a deployer is deploying, or its checks are awaited.
   * @example 'requested'
   */
  @Holds(words(phases))
  phase: (typeof phases)[number];

  /** @example null */
  claimedBy: ActorId | null;

  /**
   * Recorded time.
   * @example '2026-03-02T08:20:00.000Z'
   */
  requestedAt: string;

  /**
   * Of the phase: what is not reported by then is unanswered.
   * @example '2026-03-02T09:20:00.000Z'
   */
  deadline: string;
}

/** A rollback that a deployer has to carry out, step by step. */
export class OpenRollbackDto implements OpenRollback {
  /** @example '1b4e28ba-2fa1-51d2-883f-0016d3cca427' */
  rollback: string;

  /** @example 'c0ffee1' */
  candidate: string;

  /**
   * The version that production goes back to; null withdraws the project's first release.
   * @example '1.3.2'
   */
  restores: string | null;

  /** @example 'health-checks is failed' */
  reason: string;

  /**
   * Recorded time.
   * @example '2026-03-02T12:00:00.000Z'
   */
  startedAt: string;

  /**
   * When the ten minutes are used up.
   * @example '2026-03-02T12:10:00.000Z'
   */
  budgetEndsAt: string;

  /**
   * The step to report next, from 1; one more than the plan has, verification included, when only the checks are left.
   * @example 1
   */
  nextStep: number;

  /**
   * Why it is incomplete; null when nothing has gone wrong since the last report.
   * @example null
   */
  incomplete: string | null;
}

/** Something that a deployer is asked to do, with everything needed to act: a deployment or a rollback, the other is null. */
export class DeploymentRequestDto implements DeploymentRequest {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'dev' */
  @Holds(words(environments))
  environment: Environment;

  @Holds(() => OpenDeploymentDto, { orNull: true })
  deployment: OpenDeploymentDto | null;

  @Holds(() => OpenRollbackDto, { orNull: true })
  rollback: OpenRollbackDto | null;

  /**
   * The checks to report afterwards; all have to pass.
   * @example ['smoke-tests']
   */
  requiredChecks: string[];

  /** The rollback plan that stands. Its verification is the step behind its steps. */
  @Holds(() => RollbackPlanDto, { orNull: true })
  plan: RollbackPlanDto | null;
}
