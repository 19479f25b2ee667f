import { gateRole } from '@roadbook/decider';
import type { Role, Evidence, Gate } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { act, time } from '../acts.fixture.js';
import type { ParityAnswer } from '../environment-answers/answers.js';
import type { SecurityArea, Ticket } from '../tickets.js';
import type { Verdict } from '../verdicts.js';
import type { DataOf, ReleaseEvent, ReleaseEventType } from './events.js';
import type { PlanStep, RollbackPlan, StepResult } from './parts.js';

/**
 * What can have happened to a release up to its preparation, as specs tell it: each takes what matters to the spec, the rest is as
 * usual.
 */
export type Happened = Act<ReleaseEvent>;

export const happened = <Type extends ReleaseEventType>(
  role: Role,
  type: Type,
  data: DataOf<Type>,
): Happened => act(role, { type, data } as ReleaseEvent);

export const version = '1.4.0';
export const candidate = 'c0ffee';
export const evidence: Evidence = { link: 'https://ci.example/runs/1' };

export const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  id,
  title: `Title of ${id}`,
  type: 'feature',
  ui: false,
  securityScope: [],
  ...more,
});

/** One without a gate besides quality, and one with all three. */
export const tickets: readonly Ticket[] = [
  ticket('T-1'),
  ticket('T-2', { type: 'fix', ui: true, securityScope: ['auth'] }),
];
export const ticketIds = tickets.map(({ id }) => id);

export const planned = (more: Partial<DataOf<'ReleasePlanned'>> = {}): Happened =>
  happened('cio', 'ReleasePlanned', {
    project: 'shop',
    version,
    kind: 'standard',
    breaking: false,
    tickets,
    ...more,
  });
export const retargeted = (...targets: readonly Ticket[]): Happened =>
  happened('cio', 'TicketsRetargeted', { tickets: targets });
export const widened = (id: string, ...areas: readonly SecurityArea[]): Happened =>
  happened('cso', 'SecurityScopeWidened', { ticket: id, areas });
export const merged = (...ids: readonly string[]): Happened =>
  happened('cto', 'TicketsMerged', {
    tickets: ids.length > 0 ? ids : ticketIds,
    commit: 'facade',
  });
export const withdrawn = (reason = 'not needed'): Happened =>
  happened('cio', 'ReleaseWithdrawn', { reason });

export const chosen = (commit = candidate, replaces: string | null = null): Happened =>
  happened('cio', 'CandidateChosen', { commit, replaces });
export const contained = (ids: readonly string[] = ticketIds, commit = candidate): Happened =>
  happened('deployer', 'CandidateContentsReported', { candidate: commit, tickets: ids });
export const testSuite = (verdict: Verdict = 'passed', commit = candidate): Happened =>
  happened('deployer', 'TestSuiteReported', { candidate: commit, verdict, evidence });

/** The tickets to which the gate applies, unless told. */
const ticketsOf: Readonly<Record<Gate, readonly string[]>> = {
  quality: ticketIds,
  design: ['T-2'],
  security: ['T-2'],
};
export const gate = (
  name: Gate,
  verdict: Verdict = 'passed',
  ids: readonly string[] = ticketsOf[name],
  commit = candidate,
): Happened =>
  happened(gateRole[name], 'GateReported', {
    gate: name,
    candidate: commit,
    tickets: ids,
    verdict,
    evidence,
  });

export const mirrors: ParityAnswer = {
  id: 'ParityReported#1',
  askedAt: time('10:00'),
  answeredAt: time('10:00'),
  serves: null,
  drift: [],
  staging: 'mirrors',
  qa: 'mirrors',
};
export const parityChecked = (
  answer: DataOf<'ParityChecked'>['answer'] = mirrors,
  commit = candidate,
): Happened => happened('cio', 'ParityChecked', { candidate: commit, answer });
export const blocked = (reason = 'a leak is suspected'): Happened =>
  happened('cso', 'SecurityBlockSet', { reason });
export const unblocked = (reason = 'there was no leak'): Happened =>
  happened('cso', 'SecurityBlockCleared', { reason });

export const notesCompiled = (more: Partial<DataOf<'ReleaseNotesCompiled'>> = {}): Happened =>
  happened('cio', 'ReleaseNotesCompiled', {
    whatsNew: tickets.map(({ id, title, type }) => ({ ticket: id, description: title, type })),
    knownIssues: [],
    breakingChanges: [],
    migrationNotes: [],
    ...more,
  });
export const planStep = (more: Partial<PlanStep> = {}): PlanStep => ({
  action: 'Go back',
  command: 'deploy previous',
  expected: 'it is up',
  estimateSeconds: 60,
  ...more,
});
export const rollbackPlan: RollbackPlan = {
  method: 'previous container image',
  steps: [planStep()],
  validForHours: 24,
  verification: planStep({ action: 'Look at the health page' }),
};
export const planWritten = (plan = 'plan-1', more: Partial<RollbackPlan> = {}): Happened =>
  happened('cio', 'RollbackPlanWritten', { plan, ...rollbackPlan, ...more });
export const planReviewed = (verdict: 'passed' | 'failed' = 'passed', plan = 'plan-1'): Happened =>
  happened('cto', 'RollbackPlanReviewed', { plan, verdict, note: 'read' });

export const step = (
  number: number,
  startedAt = '10:00',
  endedAt = startedAt,
  verdict: Verdict = 'passed',
): StepResult => ({ step: number, startedAt: time(startedAt), endedAt: time(endedAt), verdict });

const rehearsal = 'rehearsal-1';
export const rehearsalStarted = (more: Partial<DataOf<'RehearsalStarted'>> = {}): Happened =>
  happened('deployer', 'RehearsalStarted', {
    rehearsal,
    plan: 'plan-1',
    candidate,
    environment: 'staging',
    ...more,
  });
export const rehearsalSteps = (...steps: readonly StepResult[]): Happened =>
  happened('deployer', 'RehearsalStepsReported', { rehearsal, steps });
export const rehearsalEnded = (more: Partial<DataOf<'RehearsalEnded'>> = {}): Happened =>
  happened('deployer', 'RehearsalEnded', {
    rehearsal,
    plan: 'plan-1',
    candidate,
    environment: 'staging',
    verdict: 'passed',
    durationSeconds: 0,
    ...more,
  });
export const tagged = (commit = candidate): Happened =>
  happened('cio', 'VersionTagged', { version, candidate: commit });
export const logPrepared = (more: Partial<DataOf<'DeploymentLogPrepared'>> = {}): Happened =>
  happened('cio', 'DeploymentLogPrepared', {
    version,
    candidate,
    plan: 'plan-1',
    tickets: ticketIds,
    ...more,
  });
export const prepared = (commit = candidate): Happened =>
  happened('cio', 'ReleasePrepared', { version, candidate: commit });
