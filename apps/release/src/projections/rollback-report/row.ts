import type { ActorId, Role } from '@roadbook/decider';
import type { StepResult } from '../../domain/release/parts.js';
import type { StandingCheck } from '../standing-checks.js';

/** What the report needs of a plan: its digest, what each step does (the verification is the last), and how long it is meant for. */
export interface PlanLine {
  readonly plan: string;
  readonly actions: readonly string[];
  readonly validForHours: number;
}

/** Somebody acted, at the time that was reported, else recorded. */
export interface Act {
  readonly by: ActorId;
  readonly role: Role;
  readonly at: string;
}

/** An end has the event by which it came. */
export type RollbackOutcome =
  | { readonly is: 'under-way' }
  | {
      readonly is: 'incomplete';
      readonly because: string;
      readonly at: string;
      readonly event: string;
    }
  | {
      readonly is: 'completed';
      readonly at: string;
      readonly event: string;
      readonly recordedAt: string;
      readonly durationSeconds: number;
      readonly withinBudget: boolean;
    };

export interface Rollback {
  readonly rollback: string;
  readonly candidate: string;
  readonly started: Act;
  /** Recorded: the budget runs on this service's clock. */
  readonly startedAt: string;
  readonly budgetEndsAt: string;
  readonly overrun: boolean;
  /** The version that production goes back to; null withdraws the project's first release. */
  readonly restores: string | null;
  readonly reason: string;
  /** Why the issue comes from the deployment. */
  readonly confirmation: string;
  readonly plan: PlanLine;
  readonly planExpired: boolean;
  /** Every result in the order in which it was reported: a step that is repeated is there again. */
  readonly steps: readonly StepResult[];
  /** Since the last step: whoever repeats a step checks anew. */
  readonly checks: readonly StandingCheck[];
  readonly outcome: RollbackOutcome;
  readonly usersAffected: boolean;
  readonly communication: (Act & { readonly note: string }) | null;
  readonly review: { readonly at: string; readonly note: string } | null;
}

/** One release, and how it was rolled back if it was. */
export interface RollbackReportRow {
  readonly project: string;
  readonly version: string;
  /** The plan that was written last. */
  readonly plan: PlanLine | null;
  readonly rollback: Rollback | null;
}
