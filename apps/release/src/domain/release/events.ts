import type { Event, Environment, Evidence, Window, Gate } from '@roadbook/decider';
import type { ParityAnswer, PipelineAnswer } from '../environment-answers/answers.js';
import type { ReleaseKind } from '../environments.js';
import type { SecurityArea, Ticket } from '../tickets.js';
import type { DeploymentOutcome, Verdict } from '../verdicts.js';
import type { ReleaseNotes, RollbackPlan, StepResult } from './parts.js';

/** How a promotion ended. `unanswered` is nobody's verdict; `withdrawn` was never taken up by a deployer. */
export type PromotionOutcome = 'passed' | 'failed' | 'errored' | 'unanswered' | 'withdrawn';

/** Where a deployment stood: nobody had claimed it, a deployer had, or its checks were awaited. */
export type DeploymentPhase = 'requested' | 'deploying' | 'verifying';

export type LogResult = 'SUCCESS' | 'FAILED' | 'ROLLED BACK';

export interface CheckResult {
  readonly check: string;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
}

interface OfDeployment {
  /** Id of the deployment: one attempt in one environment. */
  deployment: string;
  environment: Environment;
}

export type PlanningEvent =
  | Event<
      'ReleasePlanned',
      {
        project: string;
        version: string;
        kind: ReleaseKind;
        breaking: boolean;
        tickets: readonly Ticket[];
      }
    >
  /** The whole list as it is from now on. */
  | Event<'TicketsRetargeted', { tickets: readonly Ticket[] }>
  /** Areas that came on top of the ticket's scope. */
  | Event<'SecurityScopeWidened', { ticket: string; areas: readonly SecurityArea[] }>
  | Event<'TicketsMerged', { tickets: readonly string[]; commit: string }>
  | Event<'ReleaseWithdrawn', { reason: string }>;

export type CandidateEvent =
  | Event<'CandidateChosen', { commit: string; replaces: string | null }>
  | Event<'CandidateContentsReported', { candidate: string; tickets: readonly string[] }>
  | Event<'TestSuiteReported', { candidate: string; verdict: Verdict; evidence: Evidence }>
  | Event<
      'GateReported',
      {
        gate: Gate;
        candidate: string;
        tickets: readonly string[];
        verdict: Verdict;
        evidence: Evidence;
      }
    >
  | Event<'ParityChecked', { candidate: string; answer: ParityAnswer }>
  | Event<'SecurityBlockSet', { reason: string }>
  | Event<'SecurityBlockCleared', { reason: string }>;

export type ArtifactEvent =
  | Event<'ReleaseNotesCompiled', ReleaseNotes>
  /** `plan` is the digest of the plan. */
  | Event<'RollbackPlanWritten', RollbackPlan & { plan: string }>
  | Event<'RollbackPlanReviewed', { plan: string; verdict: 'passed' | 'failed'; note: string }>
  | Event<
      'RehearsalStarted',
      { rehearsal: string; plan: string; candidate: string; environment: Environment }
    >
  | Event<'RehearsalStepsReported', { rehearsal: string; steps: readonly StepResult[] }>
  /** `durationSeconds` is computed from the times of the steps, recorded or reported, whichever is longer. */
  | Event<
      'RehearsalEnded',
      {
        rehearsal: string;
        plan: string;
        candidate: string;
        environment: Environment;
        verdict: 'passed' | 'failed';
        durationSeconds: number;
      }
    >
  | Event<'VersionTagged', { version: string; candidate: string }>
  | Event<
      'DeploymentLogPrepared',
      { version: string; candidate: string; plan: string; tickets: readonly string[] }
    >
  /** Every item of "Pre-Release Verification" and "Release Artifacts" held for the first time for this candidate. */
  | Event<'ReleasePrepared', { version: string; candidate: string }>;

export type AuthorizationEvent =
  | Event<'PromotionAuthorizationRequested', { candidate: string }>
  | Event<'PromotionAuthorized', { candidate: string }>
  | Event<'PromotionDenied', { candidate: string; reason: string }>
  | Event<'ProductionAuthorizationRequested', { candidate: string }>
  | Event<'ProductionAuthorized', { candidate: string }>
  | Event<'ProductionDenied', { candidate: string; reason: string }>
  | Event<'AuthorizationsVoided', { candidate: string; reason: string }>
  | Event<'WindowProposed', Window>
  | Event<'WindowConfirmed', Window>
  | Event<'WindowLapsed', Window>
  | Event<'ClientsDeclaredUnaffected', { reason: string }>
  | Event<'ClientsDeclaredAffected', { reason: string }>
  | Event<'ClientCommunicationAcknowledged', Window & { note: string }>;

export type PromotionEvent =
  /**
   * A deployer is asked to act: everything needed to act is here. `deployment` is also the claim on the road that this start
   * rests on. `pipeline` and `parity` are the answers that it was decided with.
   */
  | Event<
      'DeploymentRequested',
      OfDeployment & {
        version: string;
        candidate: string;
        attempt: number;
        plan: string;
        deadline: string;
        pipeline: PipelineAnswer;
        /** Asked for production only. */
        parity: ParityAnswer | null;
      }
    >
  /** The entry of the deployment log, opened in the append that starts the deployment. */
  | Event<'DeploymentLogEntryOpened', OfDeployment & { candidate: string; attempt: number }>
  /** The claim on the road came to nothing; no deployment can start on it any more. */
  | Event<'ClaimAbandoned', { claim: string; environment: Environment }>
  | Event<'DeploymentClaimed', OfDeployment>
  | Event<
      'DeploymentReported',
      OfDeployment & {
        outcome: DeploymentOutcome;
        evidence: Evidence;
        verificationDeadline: string | null;
      }
    >
  | Event<'ChecksReported', OfDeployment & { checks: readonly CheckResult[] }>
  | Event<'DeadlineMissed', OfDeployment & { phase: DeploymentPhase; deadline: string }>
  | Event<'DeploymentWithdrawn', OfDeployment & { reason: string }>
  /** The end of one attempt. `phase` is where it stood when it ended. */
  | Event<
      'PromotionEnded',
      OfDeployment & { candidate: string; outcome: PromotionOutcome; phase: DeploymentPhase }
    >
  /**
   * A verdict that came after the end of an attempt has withdrawn how it ended: `outcome` is how it counts from now on. `phase` is
   * where it stood when it ended.
   */
  | Event<
      'PromotionOverturned',
      OfDeployment & {
        candidate: string;
        outcome: 'failed' | 'unanswered';
        phase: DeploymentPhase;
      }
    >
  | Event<'FailureDiagnosed', OfDeployment & { diagnosis: string; resolution: string }>
  | Event<'DeploymentLogClosed', { candidate: string; result: LogResult }>;

export type RollbackEvent =
  /** `restores` is the version that production goes back to; null withdraws the project's first release. */
  | Event<
      'RollbackStarted',
      {
        rollback: string;
        candidate: string;
        plan: string;
        restores: string | null;
        reason: string;
        /** Why the issue comes from the deployment. */
        confirmation: string;
        usersAffected: boolean;
        budgetEndsAt: string;
        /** True when the rollback came later after the deployment than the plan says it is valid for. */
        planExpired: boolean;
      }
    >
  | Event<'RollbackStepsReported', { rollback: string; steps: readonly StepResult[] }>
  | Event<'RollbackChecksReported', { rollback: string; checks: readonly CheckResult[] }>
  | Event<'RollbackIncomplete', { rollback: string; because: string }>
  | Event<'RollbackBudgetOverrun', { rollback: string; budgetEndsAt: string }>
  | Event<
      'RollbackCompleted',
      { rollback: string; restored: string | null; durationSeconds: number; withinBudget: boolean }
    >
  | Event<'RollbackCommunicationAcknowledged', { rollback: string; note: string }>
  | Event<'RollbackReviewScheduled', { rollback: string; reviewAt: string; note: string }>;

/** Everything that can have happened to a release, in its own stream. */
export type ReleaseEvent =
  | PlanningEvent
  | CandidateEvent
  | ArtifactEvent
  | AuthorizationEvent
  | PromotionEvent
  | RollbackEvent;

export type ReleaseEventType = ReleaseEvent['type'];
export type EventOf<Type extends ReleaseEventType> = Extract<ReleaseEvent, { type: Type }>;
export type DataOf<Type extends ReleaseEventType> = EventOf<Type>['data'];
