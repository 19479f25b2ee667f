import type { ActorId, Environment, Window, Gate } from '@roadbook/decider';
import type { ParityAnswer } from '../environment-answers/answers.js';
import type { ReleaseKind } from '../environments.js';
import type { SecurityArea, Ticket } from '../tickets.js';
import type { DeploymentOutcome, TimedVerdict } from '../verdicts.js';
import type { DeploymentPhase, PromotionOutcome } from './events.js';
import type { RollbackPlan, Span, StepResult } from './parts.js';

/** The id of the event that shows something. */
type EventId = string;

/** Where several events show something together, the last of them does. */
export interface Shown {
  readonly event: EventId;
  readonly revision: number;
}

export interface TargetedTicket extends Ticket {
  /** Shows that the ticket was merged. */
  readonly merged?: Shown;
}

/** A ticket as the release notes show it. No title where the cio's own words stand in for it. */
export interface ShownTicket extends Pick<Ticket, 'id' | 'type'> {
  readonly title?: string;
}

/** The verdict that stands for a ticket and gate, or for the test suite. */
export interface StandingVerdict extends Shown, TimedVerdict {}

/** One deployment of the candidate to one environment, from its request to its end. */
export interface Attempt {
  readonly deployment: string;
  readonly environment: Environment;
  readonly attempt: number;
  readonly phase: DeploymentPhase | 'ended';
  readonly deadline: string;
  readonly claimedBy?: ActorId;
  /** What its deployer reported. */
  readonly reported?: DeploymentOutcome;
  /** The verdict that stands on each check. */
  readonly checks: ReadonlyMap<string, TimedVerdict>;
  readonly outcome?: PromotionOutcome;
  /** Where it stood when it ended. */
  readonly endedIn?: DeploymentPhase;
  readonly endedAt?: string;
  readonly deployedAt?: string;
  /** The event that ended it. */
  readonly event: EventId;
  /** Shows that the failure was diagnosed and resolved. */
  readonly diagnosed?: EventId;
  /** The attempt in the same environment that it followed. */
  readonly before?: Attempt;
}

interface ParityCheck {
  readonly answer: ParityAnswer;
  readonly event: EventId;
}

/** The commit that would be shipped, with all that was proved about it: a new one starts from nothing. */
export interface Candidate {
  readonly commit: string;
  /** Shows that it was chosen. */
  readonly event: EventId;
  readonly contents?: { readonly tickets: readonly string[]; readonly event: EventId };
  readonly testSuite?: StandingVerdict;
  /** By gate and ticket. */
  readonly gates: Readonly<Record<Gate, ReadonlyMap<string, StandingVerdict>>>;
  readonly parity?: ParityCheck;
  readonly tagged?: EventId;
  readonly log?: {
    readonly plan: string;
    readonly tickets: readonly string[];
    readonly event: EventId;
    readonly closed: boolean;
  };
  readonly prepared: boolean;
  /** The latest attempt in each environment. */
  readonly attempts: Readonly<Partial<Record<Environment, Attempt>>>;
}

/** A candidate about which nothing was proved. */
export const unproved = (commit: string, event: string): Candidate => ({
  commit,
  event,
  gates: { quality: new Map(), design: new Map(), security: new Map() },
  prepared: false,
  attempts: {},
});

interface PlanOnRecord extends RollbackPlan {
  /** Its digest. */
  readonly plan: string;
  readonly writtenBy: ActorId;
  readonly event: EventId;
  readonly review?: { readonly verdict: 'passed' | 'failed'; readonly event: EventId };
}

/** The latest rehearsal. It counts only for the plan and the candidate that it was started for. */
export interface Rehearsal {
  readonly rehearsal: string;
  readonly plan: string;
  readonly candidate: string;
  readonly environment: Environment;
  readonly startedAt: string;
  /** By its reporter's time, where one was given: no step lies before it. */
  readonly begunAt: string;
  readonly startedBy: ActorId;
  readonly steps: readonly StepResult[];
  readonly ended?: {
    readonly verdict: 'passed' | 'failed';
    readonly durationSeconds: number;
    readonly at: string;
    readonly event: EventId;
  };
}

/** Whoever asked for something first, and the others who asked for the same. None of them says yes to it. */
interface AskedFor {
  readonly by: ActorId;
  readonly others: readonly ActorId[];
  readonly event: EventId;
}

export const askedFor = ({ by, others }: AskedFor, actor: ActorId): boolean =>
  by === actor || others.includes(actor);

/** One of the orchestrator's two yeses. */
export type Authorization =
  | { readonly is: 'absent' }
  | (AskedFor & { readonly is: 'requested' })
  | { readonly is: 'granted'; readonly by: ActorId; readonly at: string; readonly event: EventId }
  | { readonly is: 'denied'; readonly reason: string }
  | { readonly is: 'voided'; readonly reason: string };

export type ReleaseWindow =
  | { readonly is: 'absent' }
  | (Window & AskedFor & { readonly is: 'proposed' })
  | (Window & { readonly is: 'confirmed'; readonly by: ActorId; readonly event: EventId })
  | (Window & { readonly is: 'lapsed' });

/** Whether clients have to hear of it before production. They count as affected unless the cio declares otherwise. */
export type Clients =
  | { readonly are: 'affected'; readonly acknowledged?: Window & { readonly event: EventId } }
  | { readonly are: 'unaffected'; readonly reason: string; readonly event: EventId };

type SecurityBlock =
  | { readonly is: 'clear'; readonly event?: EventId }
  | { readonly is: 'set'; readonly reason: string; readonly event: EventId };

export type Rollback =
  | { readonly is: 'none' }
  | RollbackUnderWay
  | {
      readonly is: 'completed';
      readonly rollback: string;
      readonly usersAffected: boolean;
      readonly acknowledged: boolean;
      readonly reviewAt?: string;
    };

export interface RollbackUnderWay {
  readonly is: 'under-way';
  readonly rollback: string;
  readonly restores: string | null;
  readonly startedAt: string;
  /** By its reporter's time, where one was given: no step lies before it. */
  readonly begunAt: string;
  readonly budgetEndsAt: string;
  readonly usersAffected: boolean;
  readonly acknowledged: boolean;
  readonly reviewAt?: string;
  readonly overrun: boolean;
  /** The last result of each step that was reported, in order of the steps. */
  readonly steps: readonly StepResult[];
  /** By the reported times, over every step that was carried out, those that were repeated too. */
  readonly carriedOut?: Span;
  /** The verdict that stands on each check since the last step. */
  readonly checks: ReadonlyMap<string, TimedVerdict>;
}

/** Who used which authority on this release first: the same identity can't use the other afterwards. */
export interface Authorities {
  readonly release: readonly ActorId[];
  readonly merge: readonly ActorId[];
  readonly gates: ReadonlyMap<ActorId, Gate>;
}

/** Where the release is on the road. `rolled-back` and `withdrawn` are final. */
export type Stage = 'on-the-road' | 'live' | 'rolling-back' | 'rolled-back' | 'withdrawn';

export interface PlannedRelease {
  readonly situation: 'planned';
  readonly stage: Stage;
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  /** Declared at planning; the notes may add breaking changes. */
  readonly breaking: boolean;
  /** Shows that it was planned. */
  readonly event: EventId;
  /** By id, in the order in which they were targeted. */
  readonly tickets: ReadonlyMap<string, TargetedTicket>;
  /** The scope of each ticket that the cso widened: nobody narrows it after that, not by retargeting either. */
  readonly widened: ReadonlyMap<string, readonly SecurityArea[]>;
  readonly authorities: Authorities;
  readonly candidate?: Candidate;
  /** By commit. What is reported of them is on record and doesn't count. */
  readonly replaced: ReadonlyMap<string, Candidate>;
  /** Everything that was reported, by the keys of `reported-before.ts`. */
  readonly reportsSeen: ReadonlySet<string>;
  readonly notes?: {
    readonly content: string;
    readonly shows: readonly ShownTicket[];
    readonly breaking: boolean;
    readonly event: EventId;
  };
  readonly plan?: PlanOnRecord;
  readonly rehearsal?: Rehearsal;
  readonly promotion: Authorization;
  readonly production: Authorization;
  readonly window: ReleaseWindow;
  readonly clients: Clients;
  readonly block: SecurityBlock;
  readonly abandonedClaims: readonly string[];
  /** True once a deployment to production was requested: from then on no new candidate and no new tag. */
  readonly productionStarted: boolean;
  /** True once a deployer claimed a deployment to production: from then on this release may be what stands there. */
  readonly productionTouched: boolean;
  readonly rollback: Rollback;
}

interface UnplannedRelease {
  readonly situation: 'unplanned';
}

export type Release = UnplannedRelease | PlannedRelease;

export const unplanned: UnplannedRelease = { situation: 'unplanned' };
