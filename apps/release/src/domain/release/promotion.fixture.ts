import type { Environment, Window } from '@roadbook/decider';
import { time } from '../acts.fixture.js';
import type { PipelineAnswer } from '../environment-answers/answers.js';
import { checksOf } from '../environments.js';
import type { DeploymentOutcome, Verdict } from '../verdicts.js';
import type { DataOf } from './events.js';
import { candidate, evidence, happened, mirrors, version } from './history.fixture.js';
import type { Happened } from './history.fixture.js';
import type { CheckResult, DeploymentPhase, LogResult, PromotionOutcome } from './events.js';
import type { StepResult } from './parts.js';

/** What can have happened to a release from its authorization on, as specs tell it. */

export const promotionRequested = (commit = candidate): Happened =>
  happened('cio', 'PromotionAuthorizationRequested', { candidate: commit });
export const promotionAuthorized = (commit = candidate): Happened =>
  happened('orchestrator', 'PromotionAuthorized', { candidate: commit });
export const promotionDenied = (reason = 'not now'): Happened =>
  happened('orchestrator', 'PromotionDenied', { candidate, reason });
export const productionRequested = (): Happened =>
  happened('cio', 'ProductionAuthorizationRequested', { candidate });
export const productionAuthorized = (): Happened =>
  happened('orchestrator', 'ProductionAuthorized', { candidate });
export const productionDenied = (reason = 'not now'): Happened =>
  happened('orchestrator', 'ProductionDenied', { candidate, reason });
export const voided = (reason: string, commit = candidate): Happened =>
  happened('cio', 'AuthorizationsVoided', { candidate: commit, reason });

export const window = (start = '09:00', end = '12:00'): Window => ({
  start: time(start),
  end: time(end),
});
export const windowProposed = (of = window()): Happened => happened('cio', 'WindowProposed', of);
export const windowConfirmed = (of = window()): Happened =>
  happened('orchestrator', 'WindowConfirmed', of);
export const windowLapsed = (of = window()): Happened => happened('system', 'WindowLapsed', of);
export const clientsUnaffected = (reason = 'nobody sees it'): Happened =>
  happened('cio', 'ClientsDeclaredUnaffected', { reason });
export const clientsAffected = (reason = 'they do see it'): Happened =>
  happened('cio', 'ClientsDeclaredAffected', { reason });
export const clientsInformed = (of = window()): Happened =>
  happened('cco', 'ClientCommunicationAcknowledged', { ...of, note: 'mail sent' });

export const confirmed: PipelineAnswer = {
  id: 'PipelineReported#1',
  askedAt: time('10:00'),
  answeredAt: time('10:00'),
  serves: null,
  state: 'confirmed',
  changes: [],
};
/** The id of an attempt, which is that of its claim on the road. */
export const deploymentTo = (environment: Environment, attempt = 1): string =>
  `${environment}-${String(attempt)}`;

const of = (environment: Environment, attempt = 1) => ({
  deployment: deploymentTo(environment, attempt),
  environment,
});
export const requested = (environment: Environment, attempt = 1): readonly Happened[] => [
  happened('cio', 'DeploymentRequested', {
    ...of(environment, attempt),
    version,
    candidate,
    attempt,
    plan: 'plan-1',
    deadline: time('11:00'),
    pipeline: { ...confirmed, serves: deploymentTo(environment, attempt) },
    parity:
      environment === 'production'
        ? { ...mirrors, serves: deploymentTo(environment, attempt) }
        : null,
  }),
  happened('cio', 'DeploymentLogEntryOpened', {
    ...of(environment, attempt),
    candidate,
    attempt,
  }),
];
export const claimAbandoned = (environment: Environment, claim: string): Happened =>
  happened('system', 'ClaimAbandoned', { claim, environment });
export const claimed = (environment: Environment, attempt = 1): Happened =>
  happened('deployer', 'DeploymentClaimed', of(environment, attempt));
export const reported = (
  environment: Environment,
  outcome: DeploymentOutcome = 'succeeded',
  attempt = 1,
): Happened =>
  reportedBy(outcome === 'succeeded' ? time('10:15') : null, environment, outcome, attempt);
/** After its end, so that no verification is awaited. */
export const reportedLate = (environment: Environment, outcome: DeploymentOutcome): Happened =>
  reportedBy(null, environment, outcome);
const reportedBy = (
  verificationDeadline: string | null,
  environment: Environment,
  outcome: DeploymentOutcome,
  attempt = 1,
): Happened =>
  happened('deployer', 'DeploymentReported', {
    ...of(environment, attempt),
    outcome,
    evidence,
    verificationDeadline,
  });
export const check = (name: string, verdict: Verdict = 'passed'): CheckResult => ({
  check: name,
  verdict,
  evidence,
});
export const allChecks = (environment: Environment): readonly CheckResult[] =>
  checksOf(environment).map((name) => check(name));
export const checked = (
  environment: Environment,
  checks = allChecks(environment),
  attempt = 1,
): Happened => happened('deployer', 'ChecksReported', { ...of(environment, attempt), checks });
export const deadlineMissed = (
  environment: Environment,
  phase: DeploymentPhase,
  deadline: string,
): Happened =>
  happened('system', 'DeadlineMissed', { ...of(environment), phase, deadline: time(deadline) });
export const deploymentWithdrawn = (environment: Environment, reason: string): Happened =>
  happened('system', 'DeploymentWithdrawn', { ...of(environment), reason });
export const ended = (
  environment: Environment,
  outcome: PromotionOutcome,
  phase: DeploymentPhase = 'verifying',
  attempt = 1,
): Happened =>
  happened('deployer', 'PromotionEnded', {
    ...of(environment, attempt),
    candidate,
    outcome,
    phase,
  });
export const overturned = (
  environment: Environment,
  outcome: 'failed' | 'unanswered' = 'failed',
  phase: DeploymentPhase = 'verifying',
): Happened =>
  happened('deployer', 'PromotionOverturned', { ...of(environment), candidate, outcome, phase });
export const diagnosed = (environment: Environment, attempt = 1): Happened =>
  happened('cio', 'FailureDiagnosed', {
    ...of(environment, attempt),
    diagnosis: 'a disk was full',
    resolution: 'it was emptied',
  });
export const logClosed = (result: LogResult, commit = candidate): Happened =>
  happened('deployer', 'DeploymentLogClosed', { candidate: commit, result });

const rollback = 'rollback-1';
export const rollbackStarted = (more: Partial<DataOf<'RollbackStarted'>> = {}): Happened =>
  happened('cio', 'RollbackStarted', {
    rollback,
    candidate,
    plan: 'plan-1',
    restores: '1.3.0',
    reason: 'errors',
    confirmation: 'they began with the deployment',
    usersAffected: true,
    budgetEndsAt: time('10:10'),
    planExpired: false,
    ...more,
  });
export const rollbackSteps = (...steps: readonly StepResult[]): Happened =>
  happened('deployer', 'RollbackStepsReported', { rollback, steps });
export const rollbackChecks = (...checks: readonly CheckResult[]): Happened =>
  happened('deployer', 'RollbackChecksReported', {
    rollback,
    checks: checks.length > 0 ? checks : allChecks('production'),
  });
export const rollbackIncomplete = (because: string): Happened =>
  happened('deployer', 'RollbackIncomplete', { rollback, because });
export const budgetOverrun = (): Happened =>
  happened('system', 'RollbackBudgetOverrun', { rollback, budgetEndsAt: time('10:10') });
export const rolledBack = (more: Partial<DataOf<'RollbackCompleted'>> = {}): Happened =>
  happened('deployer', 'RollbackCompleted', {
    rollback,
    restored: '1.3.0',
    durationSeconds: 0,
    withinBudget: true,
    ...more,
  });
export const rollbackCommunicated = (): Happened =>
  happened('cco', 'RollbackCommunicationAcknowledged', { rollback, note: 'mail sent' });
export const reviewScheduled = (reviewAt = time('15:00')): Happened =>
  happened('cio', 'RollbackReviewScheduled', { rollback, reviewAt, note: 'in the big room' });
