import type { ReleaseCommand } from '../../../apps/release/src/domain/release/commands.js';
import { hourMs, plusMs, gates } from '@roadbook/decider';
import type { Gate } from '@roadbook/decider';
import {
  badPlan,
  checkResults,
  compileNotes,
  evidence,
  reportGate,
  someTickets,
  ticketPool,
  writePlan,
} from './orders.js';

import { Hand } from './hand.js';
const gateOf = ({ random }: Hand): Gate => random.pick(gates);
const reason = (hand: Hand): string => hand.random.pick(['because', 'for another reason'] as const);

type Order = (hand: Hand) => ReleaseCommand;

/** One order for each type of command that somebody can give. */
export const orders: readonly [Order, ...Order[]] = [
  ({ random }) => ({ type: 'RetargetTickets', data: { tickets: someTickets(random) } }),
  ({ random }) => ({
    type: 'RetargetTickets',
    data: { tickets: random.pick([[], [ticketPool[0], ticketPool[0]]] as const) },
  }),
  (hand) => ({
    type: 'WidenSecurityScope',
    data: { ticket: hand.tickets[0] ?? 'T-0', areas: ['pii'] },
  }),
  (hand) => ({ type: 'ReportMerge', data: { tickets: hand.tickets, commit: 'merge' } }),
  (hand) => ({ type: 'WithdrawRelease', data: { reason: reason(hand) } }),
  ({ moment }) => ({
    type: 'ChooseCandidate',
    data: { commit: `commit-${String(moment.fresh())}` },
  }),
  (hand) => ({ type: 'ChooseCandidate', data: { commit: hand.candidate } }),
  (hand) => ({
    type: 'ReportContents',
    data: { candidate: hand.candidate, tickets: hand.tickets },
  }),
  (hand) => ({
    type: 'ReportTestSuite',
    data: {
      ...{ candidate: hand.candidate, verdict: hand.verdict },
      evidence: hand.random.chance(0.8) ? evidence : {},
    },
  }),
  (hand) => reportGate(gateOf(hand), hand.candidate, hand.tickets, hand.verdict),
  (hand) => reportGate(gateOf(hand), hand.candidate, hand.tickets, hand.verdict),
  () => ({ type: 'CheckParity', data: {} }),
  (hand) => ({ type: 'SetSecurityBlock', data: { reason: reason(hand) } }),
  (hand) => ({ type: 'ClearSecurityBlock', data: { reason: reason(hand) } }),
  ({ random }) => compileNotes(random.between(0, 2), random.chance(0.3), random.chance(0.3)),
  ({ random }) => writePlan(random.between(1, 4)),
  ({ random }) => badPlan(random),
  (hand) => ({
    type: 'ReviewRollbackPlan',
    data: { plan: hand.plan, verdict: hand.random.pick(['passed', 'failed'] as const), note: '' },
  }),
  (hand) => ({
    type: 'StartRehearsal',
    data: {
      rehearsal: `rehearsal-${String(hand.moment.fresh())}`,
      plan: hand.plan,
      environment: hand.environment,
    },
  }),
  (hand) => ({
    type: 'ReportRehearsalSteps',
    data: { rehearsal: hand.rehearsal, steps: hand.steps(3) },
  }),
  (hand) => ({ type: 'TagVersion', data: { candidate: hand.candidate } }),
  () => ({ type: 'PrepareDeploymentLog', data: {} }),
  ({ random }) => ({
    type: 'RequestAuthorization',
    data: { of: random.pick(['promotion', 'production'] as const) },
  }),
  ({ random }) => ({
    type: 'Authorize',
    data: { of: random.pick(['promotion', 'production'] as const) },
  }),
  (hand) => ({
    type: 'Deny',
    data: {
      of: hand.random.pick(['promotion', 'production'] as const),
      reason: reason(hand),
    },
  }),
  (hand) => ({ type: 'ProposeWindow', data: hand.window }),
  (hand) => ({ type: 'ConfirmWindow', data: hand.window }),
  (hand) => ({ type: 'LapseWindow', data: hand.window }),
  (hand) => ({
    type: 'DeclareClients',
    data: { affected: hand.random.chance(0.5), reason: reason(hand) },
  }),
  () => ({ type: 'AcknowledgeClientCommunication', data: { note: 'told' } }),
  (hand) => ({ type: 'ClaimDeployment', data: { deployment: hand.deployment } }),
  (hand) => ({
    type: 'ReportDeployment',
    data: {
      ...{ deployment: hand.deployment, evidence },
      outcome: hand.random.pick(['succeeded', 'failed', 'errored'] as const),
    },
  }),
  (hand) => ({
    type: 'ReportChecks',
    data: {
      deployment: hand.deployment,
      checks: checkResults(hand.environment, () => hand.verdict),
    },
  }),
  (hand) => ({ type: 'MissDeadline', data: { deployment: hand.deployment } }),
  (hand) => ({
    type: 'DiagnoseFailure',
    data: { deployment: hand.deployment, diagnosis: 'unclear', resolution: 'once more' },
  }),
  (hand) => ({
    type: 'ReportRollbackSteps',
    data: { rollback: hand.rollback, steps: hand.steps(3) },
  }),
  (hand) => ({
    type: 'ReportRollbackChecks',
    data: {
      rollback: hand.rollback,
      checks: checkResults(
        hand.random.chance(0.8) ? 'production' : hand.environment,
        () => hand.verdict,
      ),
    },
  }),
  (hand) => ({ type: 'OverrunRollbackBudget', data: { rollback: hand.rollback } }),
  () => ({ type: 'AcknowledgeRollbackCommunication', data: { note: 'told' } }),
  ({ now }) => ({
    type: 'ScheduleRollbackReview',
    data: { reviewAt: plusMs(now, 24 * hourMs), note: 'what did the plan lack' },
  }),
];
