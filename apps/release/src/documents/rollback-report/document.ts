import { entryOfHappening, rollbackEnded } from '@roadbook/contracts';
import type { ActorId, Role } from '@roadbook/decider';
import { msBetween } from '@roadbook/decider';
import type { Rollback, RollbackReportRow } from '../../projections/rollback-report/row.js';
import { byOneClock } from '../by-one-clock.js';
import { productionChecks } from '../checks.js';
import type { ShownCheck } from '../checks.js';
import { runs } from './steps.js';
import type { StepRun } from './steps.js';

/**
 * How a release was rolled back, as JSON. Times are ISO 8601 in UTC: the reporter's where one was given, else the recorded one; null
 * is what has not happened.
 */
export interface RollbackReportDocument {
  readonly project: string;
  readonly rollback: string;
  readonly date: string;
  readonly versionRolledBack: string;
  readonly candidate: string;
  /** Null when the project's first release is withdrawn: nothing stood before it. */
  readonly versionRestored: string | null;
  readonly reason: string;
  /** Who confirmed that the issue comes from the deployment, and why; role `system` by Roadbook's own finding. */
  readonly confirmedBy: {
    readonly actor: ActorId;
    readonly role: Role;
    readonly at: string;
    readonly confirmation: string;
  };
  /** "Rollback required" goes to the orchestrator with the start. */
  readonly orchestratorToldAt: string;
  /** Every run of every step in order of the plan; the last step is the verification. */
  readonly steps: readonly StepRun[];
  readonly verification: readonly ShownCheck[];
  readonly time: {
    readonly start: string;
    readonly end: string | null;
    readonly totalSeconds: number | null;
    readonly budgetSeconds: number;
    /** Null while it is under way and the budget is not used up. */
    readonly withinBudget: boolean | null;
    /** When the budget was used up, if it was. */
    readonly overrunAt: string | null;
  };
  readonly plan: {
    readonly digest: string;
    readonly validForHours: number;
    /** True when the rollback came later after the deployment than the plan is meant for. */
    readonly expired: boolean;
  };
  readonly usersAffected: boolean;
  /** The cco's acknowledgement; null also where no users were affected. */
  readonly ccoTold: { readonly actor: ActorId; readonly at: string; readonly note: string } | null;
  readonly review: { readonly at: string; readonly note: string } | null;
  /** Path of the entry in the knowledge base; null while the rollback is under way. */
  readonly kbEntry: string | null;
  readonly result: 'ROLLED BACK' | 'INCOMPLETE' | 'IN PROGRESS';
  /** Why it is incomplete. */
  readonly incompleteBecause: string | null;
}

/** `undefined` for a release that was not rolled back. */
export function rollbackReportDocument(row: RollbackReportRow): RollbackReportDocument | undefined {
  const { rollback } = row;
  if (!rollback) return undefined;
  const { started, outcome, plan, communication } = rollback;
  return {
    project: row.project,
    rollback: rollback.rollback,
    date: started.at,
    versionRolledBack: row.version,
    candidate: rollback.candidate,
    versionRestored: rollback.restores,
    reason: rollback.reason,
    confirmedBy: {
      actor: started.by,
      role: started.role,
      at: started.at,
      confirmation: rollback.confirmation,
    },
    orchestratorToldAt: started.at,
    steps: runs(plan.actions, rollback.steps),
    verification: productionChecks(rollback.checks),
    time: timeOf(rollback),
    plan: { digest: plan.plan, validForHours: plan.validForHours, expired: rollback.planExpired },
    usersAffected: rollback.usersAffected,
    ccoTold: communication && {
      actor: communication.by,
      at: communication.at,
      note: communication.note,
    },
    review: rollback.review,
    kbEntry: entryPathOf(row.project, outcome),
    result: results[outcome.is],
    incompleteBecause: outcome.is === 'incomplete' ? outcome.because : null,
  };
}

/** The end of a rollback calls for the entry, which the knowledge base writes as soon as it hears of it. */
function entryPathOf(project: string, outcome: Rollback['outcome']): string | null {
  if (outcome.is === 'under-way') return null;
  const entry = entryOfHappening(project, { happening: rollbackEnded.name, event: outcome.event });
  return `/v1/projects/${project}/entries/${entry}`;
}

const results = {
  'under-way': 'IN PROGRESS',
  incomplete: 'INCOMPLETE',
  completed: 'ROLLED BACK',
} as const;

/** A time that is the recorded one was not reported. */
const momentOf = (at: string, recordedAt: string) =>
  at === recordedAt ? { recordedAt } : { recordedAt, occurredAt: at };

function timeOf({
  started,
  startedAt,
  budgetEndsAt,
  overrun,
  outcome,
}: Rollback): RollbackReportDocument['time'] {
  const completed = outcome.is === 'completed' ? outcome : undefined;
  const stretch =
    completed &&
    byOneClock(momentOf(started.at, startedAt), momentOf(completed.at, completed.recordedAt));
  return {
    start: stretch?.start ?? started.at,
    end: stretch?.end ?? null,
    totalSeconds: completed?.durationSeconds ?? null,
    budgetSeconds: msBetween(startedAt, budgetEndsAt) / 1000,
    withinBudget: completed?.withinBudget ?? (overrun ? false : null),
    overrunAt: overrun ? budgetEndsAt : null,
  };
}
