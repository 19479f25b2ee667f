import type { Environment } from '@roadbook/decider';

interface Common {
  readonly id: string;
  readonly project: string;
  readonly version: string;
  /** Recorded time from which it is due, ISO 8601; null while it is suspended. */
  readonly due: string | null;
}

/** A promotion has claimed the environment on the road and did not start its deployment yet. */
export interface ClaimDeadline extends Common {
  readonly kind: 'claim';
  readonly claim: string;
  readonly environment: Environment;
  /** The earlier claim of the same release that this one was made over, where nothing has started on that one either. */
  readonly over: ClaimDeadline | null;
}

/** A deployment was requested and not reported as succeeded, or its checks are awaited. */
export interface PromotionDeadline extends Common {
  readonly kind: 'deployment' | 'verification';
  readonly deployment: string;
  readonly environment: Environment;
}

/** Unused, a window lapses at its end. Suspended while a deployer is using it. */
export interface WindowDeadline extends Common {
  readonly kind: 'window';
  readonly start: string;
  readonly end: string;
}

/** A rollback has claimed production on the road and did not start yet. */
export interface RollbackClaimDeadline extends Common {
  readonly kind: 'rollback-claim';
  readonly claim: string;
}

/** The ten minutes of a rollback that is under way. */
export interface RollbackBudgetDeadline extends Common {
  readonly kind: 'rollback-budget';
  readonly rollback: string;
}

/** Something that the system does by itself when its time has come, unless an event makes it needless before. */
export type Deadline =
  | ClaimDeadline
  | PromotionDeadline
  | WindowDeadline
  | RollbackClaimDeadline
  | RollbackBudgetDeadline;
