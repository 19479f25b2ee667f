import type { ActorId } from '@roadbook/decider';
import type { Environment, ReleaseKind } from '../../domain/environments.js';
import type { DeploymentPhase, LogResult, PromotionOutcome } from '../../domain/release/events.js';
import type { Ticket } from '../../domain/tickets.js';
import type { DeploymentOutcome, Evidence } from '../../domain/verdicts.js';
import type { StandingCheck } from '../standing-checks.js';

/** When it was recorded, and when the reporter says that it happened. */
export interface Moment {
  readonly recordedAt: string;
  readonly occurredAt?: string;
}

/** The revision of its event tells what was known at a given point, so that a log can be shown as it stood then. */
interface Fact {
  readonly revision: number;
}

export type TicketLine = Pick<Ticket, 'id' | 'title' | 'type'>;

/** The log was created with what stood then; preparing it again follows a change of tickets or plan. */
export interface Preparation extends Fact, Moment {
  /** Which of the row's lists of targeted tickets. */
  readonly targeting: number;
  readonly planValidForHours: number | null;
}

/** One of the orchestrator's two yeses. */
export interface Grant extends Fact {
  readonly of: 'promotion' | 'production';
  readonly by: ActorId;
  readonly at: string;
}

export interface AttemptEnd extends Fact, Moment {
  readonly outcome: PromotionOutcome;
  /** Where the deployment stood when it ended. */
  readonly phase: DeploymentPhase;
  readonly commandId: string;
  /** How it had ended, where a later verdict has withdrawn that. */
  readonly before?: PromotionOutcome;
}

/** What was reported of an attempt after its end, or became of it then. */
export type Afterwards = Fact &
  Partial<Pick<Attempt, 'reported' | 'checks'>> & { readonly outcome?: PromotionOutcome };

/** One entry: one deployment to one environment. Its own time is that of the request. */
export interface Attempt extends Fact, Moment {
  readonly deployment: string;
  readonly environment: Environment;
  /** Counts from 1 in each environment. */
  readonly attempt: number;
  readonly requestedBy: ActorId;
  readonly claimedAt?: string;
  readonly reported?: {
    readonly at: string;
    readonly outcome: DeploymentOutcome;
    readonly evidence: Evidence;
  };
  readonly checks: readonly StandingCheck[];
  /** The deadline that nobody answered by. */
  readonly missed?: string;
  readonly withdrawnBecause?: string;
  readonly ended?: AttemptEnd;
  /** Kept apart, so that the log can be shown as it stood at the end. */
  readonly afterwards?: readonly Afterwards[];
  readonly diagnosed?: Fact & { readonly diagnosis: string; readonly resolution: string };
}

export interface DeploymentLog {
  readonly candidate: string;
  /** The last one counts. */
  readonly preparations: readonly [Preparation, ...Preparation[]];
  /** Those that stand or that something was deployed on; the last one reaches furthest. */
  readonly grants: readonly Grant[];
  readonly attempts: readonly Attempt[];
  readonly rollback?: Fact & { readonly rollback: string };
  readonly closed?: Fact & { readonly result: LogResult; readonly commandId: string };
}

/** The deployment logs of one release, one for each candidate that came as far as having one. */
export interface DeploymentLogRow {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  /** Every list of targeted tickets that there was. Logs point to theirs: a release may have 500 tickets and many logs. */
  readonly targetings: readonly (readonly TicketLine[])[];
  /** Of the plan that was written last; null before the first. */
  readonly planValidForHours: number | null;
  /** In the order in which they were first prepared. */
  readonly logs: readonly DeploymentLog[];
}
