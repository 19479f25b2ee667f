import { gateRole } from '@roadbook/decider';
import type { Role, Environment, Gate } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { act, time } from '../acts.fixture.js';
import type { SecurityArea, Ticket } from '../tickets.js';
import type { DeploymentOutcome, Verdict } from '../verdicts.js';
import type { AuthorizationOf, CommandOf, ReleaseCommand, ReleaseCommandType } from './commands.js';
import type { CheckResult } from './events.js';
import {
  candidate,
  evidence,
  rollbackPlan,
  ticketIds,
  tickets,
  version,
} from './history.fixture.js';
import type { StepResult } from './parts.js';
import { allChecks, deploymentTo, window } from './promotion.fixture.js';

/** The commands, as specs give them: each takes what matters to the spec, the rest is as usual. */
type Order = Act<ReleaseCommand>;

const order = <Type extends ReleaseCommandType>(
  role: Role,
  type: Type,
  data: CommandOf<Type>['data'],
): Order => act(role, { type, data } as ReleaseCommand);

export const planRelease = (more: Partial<CommandOf<'PlanRelease'>['data']> = {}): Order =>
  order('cio', 'PlanRelease', {
    project: 'shop',
    version,
    kind: 'standard',
    breaking: false,
    tickets,
    ...more,
  });
export const retargetTickets = (...targets: readonly Ticket[]): Order =>
  order('cio', 'RetargetTickets', { tickets: targets });
export const widenSecurityScope = (id: string, ...areas: readonly SecurityArea[]): Order =>
  order('cso', 'WidenSecurityScope', { ticket: id, areas });
export const reportMerge = (...ids: readonly string[]): Order =>
  order('cto', 'ReportMerge', { tickets: ids.length > 0 ? ids : ticketIds, commit: 'facade' });
export const withdrawRelease = (reason = 'not needed'): Order =>
  order('cio', 'WithdrawRelease', { reason });

export const chooseCandidate = (commit = candidate): Order =>
  order('cio', 'ChooseCandidate', { commit });
export const reportContents = (ids: readonly string[] = ticketIds, commit = candidate): Order =>
  order('deployer', 'ReportContents', { candidate: commit, tickets: ids });
export const reportTestSuite = (verdict: Verdict = 'passed', commit = candidate): Order =>
  order('deployer', 'ReportTestSuite', { candidate: commit, verdict, evidence });

const ticketsOf: Readonly<Record<Gate, readonly string[]>> = {
  quality: ticketIds,
  design: ['T-2'],
  security: ['T-2'],
};
export const reportGate = (
  name: Gate,
  verdict: Verdict = 'passed',
  ids: readonly string[] = ticketsOf[name],
  commit = candidate,
): Order =>
  order(gateRole[name], 'ReportGate', {
    gate: name,
    candidate: commit,
    tickets: ids,
    verdict,
    evidence,
  });
export const checkParity = (): Order => order('cio', 'CheckParity', {});
export const setSecurityBlock = (reason = 'a leak is suspected'): Order =>
  order('cso', 'SetSecurityBlock', { reason });
export const clearSecurityBlock = (reason = 'there was no leak'): Order =>
  order('cso', 'ClearSecurityBlock', { reason });

export const compileNotes = (more: Partial<CommandOf<'CompileNotes'>['data']> = {}): Order =>
  order('cio', 'CompileNotes', {
    descriptions: {},
    knownIssues: [],
    fromKnowledgeBase: false,
    breakingChanges: [],
    migrationNotes: [],
    ...more,
  });
export const writeRollbackPlan = (
  digest = 'plan-1',
  more: Partial<CommandOf<'WriteRollbackPlan'>['data']> = {},
): Order => order('cio', 'WriteRollbackPlan', { digest, ...rollbackPlan, ...more });
export const reviewRollbackPlan = (
  verdict: 'passed' | 'failed' = 'passed',
  plan = 'plan-1',
): Order => order('cto', 'ReviewRollbackPlan', { plan, verdict, note: 'read' });
export const startRehearsal = (more: Partial<CommandOf<'StartRehearsal'>['data']> = {}): Order =>
  order('deployer', 'StartRehearsal', {
    rehearsal: 'rehearsal-1',
    plan: 'plan-1',
    environment: 'staging',
    ...more,
  });
export const reportRehearsalSteps = (...steps: readonly StepResult[]): Order =>
  order('deployer', 'ReportRehearsalSteps', { rehearsal: 'rehearsal-1', steps });
export const tagVersion = (commit = candidate): Order =>
  order('cio', 'TagVersion', { candidate: commit });
export const prepareDeploymentLog = (): Order => order('cio', 'PrepareDeploymentLog', {});

export const requestAuthorization = (of: AuthorizationOf): Order =>
  order('cio', 'RequestAuthorization', { of });
export const authorize = (of: AuthorizationOf): Order => order('orchestrator', 'Authorize', { of });
export const deny = (of: AuthorizationOf, reason = 'not now'): Order =>
  order('orchestrator', 'Deny', { of, reason });
export const proposeWindow = (of = window()): Order => order('cio', 'ProposeWindow', of);
export const confirmWindow = (of = window()): Order => order('orchestrator', 'ConfirmWindow', of);
export const lapseWindow = (of = window()): Order => order('system', 'LapseWindow', of);
export const declareClients = (affected: boolean, reason = 'nobody sees it'): Order =>
  order('cio', 'DeclareClients', { affected, reason });
export const acknowledgeClientCommunication = (): Order =>
  order('cco', 'AcknowledgeClientCommunication', { note: 'mail sent' });

export const requestDeployment = (environment: Environment, attempt = 1): Order =>
  order('cio', 'RequestDeployment', { environment, claim: deploymentTo(environment, attempt) });
export const abandonClaim = (environment: Environment, claim = deploymentTo(environment)): Order =>
  order('system', 'AbandonClaim', { claim, environment });
export const claimDeployment = (environment: Environment, attempt = 1): Order =>
  order('deployer', 'ClaimDeployment', { deployment: deploymentTo(environment, attempt) });
export const reportDeployment = (
  environment: Environment,
  outcome: DeploymentOutcome = 'succeeded',
  attempt = 1,
): Order =>
  order('deployer', 'ReportDeployment', {
    deployment: deploymentTo(environment, attempt),
    outcome,
    evidence,
  });
export const reportChecks = (
  environment: Environment,
  checks: readonly CheckResult[] = allChecks(environment),
  attempt = 1,
): Order =>
  order('deployer', 'ReportChecks', { deployment: deploymentTo(environment, attempt), checks });
export const missDeadline = (environment: Environment): Order =>
  order('system', 'MissDeadline', { deployment: deploymentTo(environment) });
export const withdrawUnclaimedDeployment = (environment: Environment, reason: string): Order =>
  order('system', 'WithdrawUnclaimedDeployment', {
    deployment: deploymentTo(environment),
    reason,
  });
export const diagnoseFailure = (environment: Environment, attempt = 1): Order =>
  order('cio', 'DiagnoseFailure', {
    deployment: deploymentTo(environment, attempt),
    diagnosis: 'a disk was full',
    resolution: 'it was emptied',
  });

export const startRollback = (more: Partial<CommandOf<'StartRollback'>['data']> = {}): Order =>
  order('cio', 'StartRollback', {
    claim: 'rollback-1',
    restores: '1.3.0',
    reason: 'errors',
    usersAffected: true,
    confirmation: 'they began with the deployment',
    ...more,
  });
export const reportRollbackSteps = (...steps: readonly StepResult[]): Order =>
  order('deployer', 'ReportRollbackSteps', { rollback: 'rollback-1', steps });
export const reportRollbackChecks = (...checks: readonly CheckResult[]): Order =>
  order('deployer', 'ReportRollbackChecks', {
    rollback: 'rollback-1',
    checks: checks.length > 0 ? checks : allChecks('production'),
  });
export const overrunRollbackBudget = (): Order =>
  order('system', 'OverrunRollbackBudget', { rollback: 'rollback-1' });
export const acknowledgeRollbackCommunication = (): Order =>
  order('cco', 'AcknowledgeRollbackCommunication', { note: 'mail sent' });
export const scheduleRollbackReview = (reviewAt = time('15:00')): Order =>
  order('cio', 'ScheduleRollbackReview', { reviewAt, note: 'in the big room' });
