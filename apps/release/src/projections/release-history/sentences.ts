import { listed } from '@roadbook/decider';
import type { Window } from '@roadbook/decider';
import type { AuthorizationEvent, DataOf, ReleaseEventType } from '../../domain/release/events.js';

type Sentences = { readonly [Type in ReleaseEventType]: (data: DataOf<Type>) => string };
type AuthorizationData = Extract<AuthorizationEvent, { type: 'PromotionAuthorized' }>['data'];

const ticketsNamedMax = 3;

const ticketsIn = ({ length }: readonly unknown[]): string =>
  `${length} ticket${length === 1 ? '' : 's'}`;

const results = (all: readonly { check: string; verdict: string }[]): string =>
  all.map(({ check, verdict }) => `${check} ${verdict}`).join(', ');

const steps = (all: readonly { step: number; verdict: string }[]): string =>
  all.map(({ step, verdict }) => `step ${step} ${verdict}`).join(', ');

const between = ({ start, end }: Window): string => `from ${start} to ${end}`;

const ofCandidate =
  (what: string) =>
  ({ candidate }: AuthorizationData): string =>
    `${what} for ${candidate}`;

/** What happened, for each type of event. */
const sentences: Sentences = {
  ReleasePlanned: ({ kind, tickets }) => `planned as a ${kind} release with ${ticketsIn(tickets)}`,
  TicketsRetargeted: ({ tickets }) => `retargeted to ${ticketsIn(tickets)}`,
  SecurityScopeWidened: ({ ticket, areas }) =>
    `security scope of ${ticket} widened by ${areas.join(', ')}`,
  TicketsMerged: ({ tickets, commit }) =>
    `${listed(tickets, ticketsNamedMax)} merged with ${commit}`,
  ReleaseWithdrawn: ({ reason }) => `withdrawn: ${reason}`,
  CandidateChosen: ({ commit, replaces }) =>
    `candidate ${commit} chosen${replaces === null ? '' : ` in place of ${replaces}`}`,
  CandidateContentsReported: ({ candidate, tickets }) =>
    `${candidate} reported to contain ${ticketsIn(tickets)}`,
  TestSuiteReported: ({ candidate, verdict }) => `full test suite ${verdict} on ${candidate}`,
  GateReported: ({ gate, verdict, tickets, candidate }) =>
    `${gate} gate ${verdict} for ${listed(tickets, ticketsNamedMax)} on ${candidate}`,
  ParityChecked: ({ answer }) =>
    `parity checked: staging ${answer.staging}, qa ${answer.qa} of production`,
  SecurityBlockSet: ({ reason }) => `security block set: ${reason}`,
  SecurityBlockCleared: ({ reason }) => `security block cleared: ${reason}`,
  ReleaseNotesCompiled: ({ whatsNew }) => `release notes compiled from ${ticketsIn(whatsNew)}`,
  RollbackPlanWritten: ({ plan, method }) => `rollback plan ${plan} written: ${method}`,
  RollbackPlanReviewed: ({ plan, verdict }) => `review of rollback plan ${plan} ${verdict}`,
  RehearsalStarted: ({ environment, plan }) =>
    `rehearsal of rollback plan ${plan} started in ${environment}`,
  RehearsalStepsReported: (data) => `rehearsal: ${steps(data.steps)}`,
  RehearsalEnded: ({ verdict, durationSeconds }) =>
    `rehearsal ${verdict} after ${durationSeconds} s`,
  VersionTagged: ({ version, candidate }) => `v${version} tagged on ${candidate}`,
  DeploymentLogPrepared: ofCandidate('deployment log prepared'),
  ReleasePrepared: ofCandidate('everything holds, the release is prepared'),
  PromotionAuthorizationRequested: ofCandidate('authorization of the promotion requested'),
  PromotionAuthorized: ofCandidate('promotion authorized'),
  PromotionDenied: ({ reason }) => `promotion denied: ${reason}`,
  ProductionAuthorizationRequested: ofCandidate('authorization of production requested'),
  ProductionAuthorized: ofCandidate('production authorized'),
  ProductionDenied: ({ reason }) => `production denied: ${reason}`,
  AuthorizationsVoided: ({ reason }) => `authorizations voided: ${reason}`,
  WindowProposed: (window) => `window proposed ${between(window)}`,
  WindowConfirmed: (window) => `window confirmed ${between(window)}`,
  WindowLapsed: (window) => `window lapsed unused, ${between(window)}`,
  ClientsDeclaredUnaffected: ({ reason }) => `clients declared unaffected: ${reason}`,
  ClientsDeclaredAffected: ({ reason }) => `clients declared affected: ${reason}`,
  ClientCommunicationAcknowledged: ({ note }) => `client communication acknowledged: ${note}`,
  DeploymentRequested: ({ environment, attempt }) =>
    `deployment to ${environment} requested, attempt ${attempt}`,
  DeploymentLogEntryOpened: ({ environment, attempt }) =>
    `deployment log entry opened for ${environment}, attempt ${attempt}`,
  ClaimAbandoned: ({ environment }) => `claim on ${environment} released, as nothing started on it`,
  DeploymentClaimed: ({ environment }) => `deployment to ${environment} claimed`,
  DeploymentReported: ({ environment, outcome }) => `deployment to ${environment} ${outcome}`,
  ChecksReported: ({ environment, checks }) => `checks in ${environment}: ${results(checks)}`,
  DeadlineMissed: ({ environment, phase, deadline }) =>
    `deadline of the deployment to ${environment} missed at ${deadline} while ${phase}`,
  DeploymentWithdrawn: ({ environment, reason }) =>
    `deployment to ${environment} withdrawn: ${reason}`,
  PromotionEnded: ({ environment, outcome }) => `promotion to ${environment} ended: ${outcome}`,
  PromotionOverturned: ({ environment, outcome }) =>
    `a verdict after the end of the promotion to ${environment}: it counts as ${outcome}`,
  FailureDiagnosed: ({ environment, diagnosis, resolution }) =>
    `failure in ${environment} diagnosed: ${diagnosis}; resolved: ${resolution}`,
  DeploymentLogClosed: ({ result }) => `deployment log closed: ${result}`,
  RollbackStarted: ({ restores, reason }) =>
    `rollback to ${restores ?? 'nothing'} started: ${reason}`,
  RollbackStepsReported: (data) => `rollback: ${steps(data.steps)}`,
  RollbackChecksReported: ({ checks }) => `checks after the rollback: ${results(checks)}`,
  RollbackIncomplete: ({ because }) => `rollback incomplete: ${because}`,
  RollbackBudgetOverrun: ({ budgetEndsAt }) =>
    `rollback overran its ten minutes at ${budgetEndsAt}`,
  RollbackCompleted: ({ restored, durationSeconds }) =>
    `rolled back to ${restored ?? 'nothing'} in ${durationSeconds} s`,
  RollbackCommunicationAcknowledged: ({ note }) =>
    `communication of the rollback acknowledged: ${note}`,
  RollbackReviewScheduled: ({ reviewAt, note }) => `review scheduled for ${reviewAt}: ${note}`,
};

/** Of every event that stands in the stream of a release. */
export const releaseEventTypes: readonly string[] = Object.keys(sentences);

/** What happened, as a sentence without its subject. Only its type is said of an event that a newer version has written. */
export function sentenceOf({ type, data }: { type: string; data: object }): string {
  const sentence = (sentences as Readonly<Partial<Record<string, (data: object) => string>>>)[type];
  return sentence ? sentence(data) : type;
}
