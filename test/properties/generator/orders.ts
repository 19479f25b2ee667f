import type { ReleaseKind } from '../../../apps/release/src/domain/environments.js';
import { checksOf } from '../../../apps/release/src/domain/environments.js';
import type {
  CommandOf,
  ReleaseCommand,
} from '../../../apps/release/src/domain/release/commands.js';
import type { PlanStep, StepResult } from '../../../apps/release/src/domain/release/parts.js';
import type { CheckResult } from '../../../apps/release/src/domain/release/events.js';
import type { Ticket } from '../../../apps/release/src/domain/tickets.js';
import { plusMs } from '@roadbook/decider';
import type { Environment, Gate } from '@roadbook/decider';
import type { Verdict } from '../../../apps/release/src/domain/verdicts.js';
import type { Random } from '../random.js';

/** The words of the commands: tickets, plans, steps and checks as people would give them. */

export const project = 'shop';
export const evidence = { link: 'https://ci.example/runs/1' };

const ticket = (id: string, ui: boolean, securityScope: Ticket['securityScope']): Ticket => ({
  ...{ id, title: `Title of ${id}`, type: 'feature', ui, securityScope },
});
export const ticketPool = [
  ticket('T-1', false, []),
  ticket('T-2', true, []),
  ticket('T-3', false, ['auth']),
  ticket('T-4', true, ['payments']),
] as const;

/** At least one of the tickets. */
export function someTickets(random: Random): readonly Ticket[] {
  const some = random.some(ticketPool, 0.35);
  return some.length > 0 ? some : [random.pick(ticketPool)];
}

/** The same ticket, at times with another title or type. */
export const retitled = (
  { id, title, type, ui, securityScope }: Ticket,
  random: Random,
): Ticket => ({
  ...{ id, ui, securityScope },
  title: random.pick([title, `New title of ${id}`] as const),
  type: random.chance(0.9) ? type : 'fix',
});

export const planRelease = (
  version: string,
  kind: ReleaseKind,
  breaking: boolean,
  tickets: readonly Ticket[],
): ReleaseCommand => ({
  type: 'PlanRelease',
  data: { project, version, kind, breaking, tickets },
});

export const reportGate = (
  gate: Gate,
  candidate: string,
  tickets: readonly string[],
  verdict: Verdict,
): ReleaseCommand => ({
  type: 'ReportGate',
  data: { gate, candidate, tickets, verdict, evidence },
});

const planStep = (action: string, estimateSeconds: number): PlanStep => ({
  ...{ action, command: `./${action}.sh`, expected: 'it says done', estimateSeconds },
});

/** A plan of as many steps as its number asks for, besides the verification. */
export function writePlan(number: number): CommandOf<'WriteRollbackPlan'> {
  const steps = Array.from({ length: 1 + (number % 2) }, (_, step) =>
    planStep(`undo-${String(step)}`, 120),
  );
  return {
    type: 'WriteRollbackPlan',
    data: {
      ...{ digest: `plan-${String(number)}`, method: 'previous container image', steps },
      ...{ verification: planStep('look', 60), validForHours: 24 },
    },
  };
}

export const compileNotes = (
  known: number,
  breaking: boolean,
  fromKnowledgeBase = false,
): ReleaseCommand => ({
  type: 'CompileNotes',
  data: {
    descriptions: {},
    knownIssues: Array.from({ length: known }, () => ({
      ...{ issue: 'slow', severity: 'low', workaround: 'wait', targetFix: 'soon' },
    })),
    fromKnowledgeBase,
    breakingChanges: breaking ? [{ change: 'moved', migration: 'move' }] : [],
    migrationNotes: [],
  },
});

/** Steps one after the other, each as long as given, the first of them begun at `from`. */
export const stepResults = (
  first: number,
  count: number,
  from: string,
  stepMs: number,
  verdictOf: (step: number) => Verdict = () => 'passed',
): StepResult[] =>
  Array.from({ length: count }, (_, index) => ({
    step: first + index,
    startedAt: plusMs(from, index * stepMs),
    endedAt: plusMs(from, (index + 1) * stepMs),
    verdict: verdictOf(first + index),
  }));

export const checkResults = (
  environment: Environment,
  verdictOf: (index: number) => Verdict = () => 'passed',
): CheckResult[] =>
  checksOf(environment).map((check, index) => ({ check, verdict: verdictOf(index), evidence }));

/** A plan without steps, with a placeholder, or too slow. */
export function badPlan(random: Random): ReleaseCommand {
  const { type, data } = writePlan(5);
  const bad = random.pick([
    { command: 'tbd' },
    { command: 'TBD - later' },
    { estimateSeconds: 600 },
    { estimateSeconds: 600 },
  ] as const);
  const steps = data.steps.map((step) => ({ ...step, ...bad }));
  return { type, data: { ...data, steps: random.chance(0.3) ? [] : steps } };
}
