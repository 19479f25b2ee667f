import type { ActorId, Environment } from '@roadbook/decider';
import type { RollbackPlan } from '../../domain/release/parts.js';

/** A deployment that a deployer is asked for, or that one is carrying out. */
export interface OpenDeployment {
  readonly deployment: string;
  readonly environment: Environment;
  readonly candidate: string;
  /** Counts from 1 for each candidate and environment. */
  readonly attempt: number;
  /** Nobody has claimed it, a deployer is deploying, or its checks are awaited. */
  readonly phase: 'requested' | 'deploying' | 'verifying';
  readonly claimedBy: ActorId | null;
  /** Recorded time. */
  readonly requestedAt: string;
  /** Of the phase: what is not reported by then is unanswered. */
  readonly deadline: string;
}

/** A rollback that a deployer has to carry out, step by step. */
export interface OpenRollback {
  readonly rollback: string;
  readonly candidate: string;
  /** The version that production goes back to; null withdraws the project's first release. */
  readonly restores: string | null;
  readonly reason: string;
  /** Recorded time; so is `budgetEndsAt`. */
  readonly startedAt: string;
  readonly budgetEndsAt: string;
  /** The step to report next, from 1; one more than the plan has, verification included, when only the checks are left. */
  readonly nextStep: number;
  /** Why it is incomplete; null when nothing has gone wrong since the last report. */
  readonly incomplete: string | null;
}

/** A release as deployers see it: how it is rolled back, and what they have to do for it now, if anything. */
export interface DeploymentRequestsRow {
  readonly project: string;
  readonly version: string;
  /** The plan that was written last, with its digest; null before the first. */
  readonly plan: (RollbackPlan & { readonly plan: string }) | null;
  readonly deployment: OpenDeployment | null;
  readonly rollback: OpenRollback | null;
  /** Position of the event that asked for the last deployment or rollback: the order in which they were asked for. */
  readonly askedPosition: number;
}
