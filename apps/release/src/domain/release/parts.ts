import type { Verdict } from '../verdicts.js';
import type { TicketType } from '../tickets.js';

/** The ways back that the rollback plan may name. */
export const rollbackMethods = [
  'database restore',
  'previous container image',
  'feature flag',
  'git revert',
] as const;
export type RollbackMethod = (typeof rollbackMethods)[number];

/** One numbered step. `command` is an exact command or a runbook link. */
export interface PlanStep {
  readonly action: string;
  readonly command: string;
  readonly expected: string;
  readonly estimateSeconds: number;
}

/** What the plan says. Its digest identifies it: any change makes it another plan. */
export interface RollbackPlan {
  readonly method: RollbackMethod;
  readonly steps: readonly PlanStep[];
  /** The last step: shows that production is back at the previous good state. */
  readonly verification: PlanStep;
  /** How long after the deployment the plan is meant to work. A later rollback still runs and says so. */
  readonly validForHours: number;
}

/** A step of a plan as it was carried out. `step` counts from 1; the verification is the last. */
export interface StepResult {
  readonly step: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly verdict: Verdict;
  readonly note?: string;
}

/** A stretch of time, by somebody's clock. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface WhatsNew {
  readonly ticket: string;
  readonly description: string;
  readonly type: TicketType;
}

export interface KnownIssue {
  readonly issue: string;
  readonly severity: string;
  readonly workaround: string;
  readonly targetFix: string;
  /** The entry of the knowledge base that it was drawn from; absent where the cio gave it. */
  readonly entry?: string;
}

/** An entry of the knowledge base that is worth reading beside the notes. */
export interface ContextLine {
  readonly entry: string;
  readonly title: string;
}

export interface BreakingChange {
  readonly change: string;
  readonly migration: string;
}

/** Compiled once, fixed from then on; compiling anew replaces them. */
export interface ReleaseNotes {
  readonly whatsNew: readonly WhatsNew[];
  readonly knownIssues: readonly KnownIssue[];
  readonly breakingChanges: readonly BreakingChange[];
  /** What an operator does on upgrade. They alone make no change a breaking one. */
  readonly migrationNotes: readonly string[];
  /** What the knowledge base had to say beside it; absent where that is nothing. */
  readonly context?: readonly ContextLine[];
}
