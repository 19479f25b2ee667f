import type { Command, Environment, Evidence, Window, Gate } from '@roadbook/decider';
import type { ReleaseKind } from '../environments.js';
import type { SecurityArea, Ticket } from '../tickets.js';
import type { DeploymentOutcome, Verdict } from '../verdicts.js';
import type { CheckResult } from './events.js';
import type { KnownIssue, BreakingChange, RollbackPlan, StepResult } from './parts.js';

/** Which of the orchestrator's two yeses. */
export type AuthorizationOf = 'promotion' | 'production';

type PlanCommand = Command<
  'PlanRelease',
  {
    project: string;
    version: string;
    kind: ReleaseKind;
    breaking: boolean;
    tickets: readonly Ticket[];
  }
>;

/** What is done for a release before it goes anywhere. */
export type PreparationCommand =
  | Command<'RetargetTickets', { tickets: readonly Ticket[] }>
  | Command<'WidenSecurityScope', { ticket: string; areas: readonly SecurityArea[] }>
  | Command<'ReportMerge', { tickets: readonly string[]; commit: string }>
  | Command<'WithdrawRelease', { reason: string }>
  | Command<'ChooseCandidate', { commit: string }>
  | Command<'ReportContents', { candidate: string; tickets: readonly string[] }>
  | Command<'ReportTestSuite', { candidate: string; verdict: Verdict; evidence: Evidence }>
  | Command<
      'ReportGate',
      {
        gate: Gate;
        candidate: string;
        tickets: readonly string[];
        verdict: Verdict;
        evidence: Evidence;
      }
    >
  | Command<'CheckParity'>
  | Command<'SetSecurityBlock', { reason: string }>
  | Command<'ClearSecurityBlock', { reason: string }>
  /**
   * What is new is compiled from the targeted tickets; `descriptions` (by ticket) stand in for their titles. Known issues are those given
   * and, with `fromKnowledgeBase`, those that the knowledge base knows.
   */
  | Command<
      'CompileNotes',
      {
        descriptions: Readonly<Record<string, string>>;
        knownIssues: readonly KnownIssue[];
        fromKnowledgeBase: boolean;
        breakingChanges: readonly BreakingChange[];
        migrationNotes: readonly string[];
      }
    >
  /** `digest` is computed over the plan by whoever builds the command. */
  | Command<'WriteRollbackPlan', RollbackPlan & { digest: string }>
  | Command<'ReviewRollbackPlan', { plan: string; verdict: 'passed' | 'failed'; note: string }>
  | Command<'StartRehearsal', { rehearsal: string; plan: string; environment: Environment }>
  | Command<'ReportRehearsalSteps', { rehearsal: string; steps: readonly StepResult[] }>
  | Command<'TagVersion', { candidate: string }>
  | Command<'PrepareDeploymentLog'>;

/** What is done for its way through the environments. */
export type PromotionCommand =
  | Command<'RequestAuthorization', { of: AuthorizationOf }>
  | Command<'Authorize', { of: AuthorizationOf }>
  | Command<'Deny', { of: AuthorizationOf; reason: string }>
  | Command<'ProposeWindow', Window>
  | Command<'ConfirmWindow', Window>
  | Command<'LapseWindow', Window>
  | Command<'DeclareClients', { affected: boolean; reason: string }>
  | Command<'AcknowledgeClientCommunication', { note: string }>
  /** `claim` is the claim that stands on the road for this promotion. */
  | Command<'RequestDeployment', { environment: Environment; claim: string }>
  | Command<'AbandonClaim', { claim: string; environment: Environment }>
  | Command<'ClaimDeployment', { deployment: string }>
  | Command<
      'ReportDeployment',
      { deployment: string; outcome: DeploymentOutcome; evidence: Evidence }
    >
  | Command<'ReportChecks', { deployment: string; checks: readonly CheckResult[] }>
  | Command<'MissDeadline', { deployment: string }>
  /** Nobody has taken the request up, and something was found meanwhile that closes the road. */
  | Command<'WithdrawUnclaimedDeployment', { deployment: string; reason: string }>
  | Command<'DiagnoseFailure', { deployment: string; diagnosis: string; resolution: string }>;

export type RollbackCommand =
  /** `claim` is the rollback's claim on the road, `restores` what the road says stood there before. */
  | Command<
      'StartRollback',
      {
        claim: string;
        restores: string | null;
        reason: string;
        confirmation: string;
        usersAffected: boolean;
      }
    >
  | Command<'ReportRollbackSteps', { rollback: string; steps: readonly StepResult[] }>
  | Command<'ReportRollbackChecks', { rollback: string; checks: readonly CheckResult[] }>
  | Command<'OverrunRollbackBudget', { rollback: string }>
  | Command<'AcknowledgeRollbackCommunication', { note: string }>
  | Command<'ScheduleRollbackReview', { reviewAt: string; note: string }>;

/** Everything that can be asked of a release. Who asks, and when, comes with the origin. */
export type ReleaseCommand = PlanCommand | PreparationCommand | PromotionCommand | RollbackCommand;

export type ReleaseCommandType = ReleaseCommand['type'];
export type CommandOf<Type extends ReleaseCommandType> = Extract<ReleaseCommand, { type: Type }>;
