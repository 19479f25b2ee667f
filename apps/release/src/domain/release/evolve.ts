import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from './events.js';
import { evolveArtifacts } from './evolve-artifacts.js';
import { evolveAuthorization } from './evolve-authorization.js';
import { evolveCandidate } from './evolve-candidate.js';
import { evolvePromotion } from './evolve-promotion.js';
import { evolveRollback } from './evolve-rollback.js';
import type { Authorities, PlannedRelease, Release, TargetedTicket } from './state.js';
import type { SecurityArea, Ticket } from '../tickets.js';

/** What a release is after one more event. Believes every event, and never throws. */
export function evolveRelease(release: Release, event: Recorded<ReleaseEvent>): Release {
  if (event.type === 'ReleasePlanned') return used(planned(event), event);
  if (release.situation === 'unplanned') return release;
  return used(evolvePlanned(release, event), event);
}

function evolvePlanned(release: PlannedRelease, event: Recorded<ReleaseEvent>): PlannedRelease {
  switch (event.type) {
    case 'ReleasePlanned':
      return release;
    case 'TicketsRetargeted':
      return { ...release, tickets: retargeted(release, event.data.tickets) };
    case 'SecurityScopeWidened':
      return widened(release, event.data.ticket, event.data.areas);
    case 'TicketsMerged':
      return { ...release, tickets: merged(release.tickets, event.data.tickets, event.id) };
    case 'ReleaseWithdrawn':
      return { ...release, stage: 'withdrawn' };
    case 'CandidateChosen':
    case 'CandidateContentsReported':
    case 'TestSuiteReported':
    case 'GateReported':
    case 'ParityChecked':
    case 'SecurityBlockSet':
    case 'SecurityBlockCleared':
      return evolveCandidate(release, event, reportedTime(event));
    case 'ReleaseNotesCompiled':
    case 'RollbackPlanWritten':
    case 'RollbackPlanReviewed':
    case 'RehearsalStarted':
    case 'RehearsalStepsReported':
    case 'RehearsalEnded':
    case 'VersionTagged':
    case 'DeploymentLogPrepared':
    case 'ReleasePrepared':
      return evolveArtifacts(release, event);
    case 'PromotionAuthorizationRequested':
    case 'PromotionAuthorized':
    case 'PromotionDenied':
    case 'ProductionAuthorizationRequested':
    case 'ProductionAuthorized':
    case 'ProductionDenied':
    case 'AuthorizationsVoided':
    case 'WindowProposed':
    case 'WindowConfirmed':
    case 'WindowLapsed':
    case 'ClientsDeclaredUnaffected':
    case 'ClientsDeclaredAffected':
    case 'ClientCommunicationAcknowledged':
      return evolveAuthorization(release, event);
    case 'DeploymentRequested':
    case 'DeploymentLogEntryOpened':
    case 'ClaimAbandoned':
    case 'DeploymentClaimed':
    case 'DeploymentReported':
    case 'ChecksReported':
    case 'DeadlineMissed':
    case 'DeploymentWithdrawn':
    case 'PromotionEnded':
    case 'FailureDiagnosed':
    case 'DeploymentLogClosed':
      return evolvePromotion(release, event);
    case 'RollbackStarted':
    case 'RollbackStepsReported':
    case 'RollbackChecksReported':
    case 'RollbackIncomplete':
    case 'RollbackBudgetOverrun':
    case 'RollbackCompleted':
    case 'RollbackCommunicationAcknowledged':
    case 'RollbackReviewScheduled':
      return evolveRollback(release, event);
    default:
      return unknown(release, event);
  }
}

/** The compiler proves that every event is handled; a log written by a newer version is still read. */
const unknown = (release: PlannedRelease, event: never): PlannedRelease => (
  event satisfies never,
  release
);

function planned(
  event: Extract<Recorded<ReleaseEvent>, { type: 'ReleasePlanned' }>,
): PlannedRelease {
  const { project, version, kind, breaking, tickets } = event.data;
  return {
    situation: 'planned',
    stage: 'on-the-road',
    project,
    version,
    kind,
    breaking,
    tickets: Object.fromEntries(tickets.map((ticket) => [ticket.id, ticket])),
    widened: {},
    authorities: { release: [], merge: [], gates: {} },
    replacedCandidates: [],
    verdictsSeen: {},
    promotion: { is: 'absent' },
    production: { is: 'absent' },
    window: { is: 'absent' },
    clients: { are: 'affected' },
    block: { is: 'clear' },
    abandonedClaims: [],
    productionStarted: false,
    productionTouched: false,
    rollback: { is: 'none' },
  };
}

/** The first use of an authority decides who can't use the other on this release. */
function used(release: PlannedRelease, event: Recorded<ReleaseEvent>): PlannedRelease {
  const { authorities } = release;
  const after = withUse(authorities, event);
  return after === authorities ? release : { ...release, authorities: after };
}

function withUse(authorities: Authorities, event: Recorded<ReleaseEvent>): Authorities {
  const { actor, role } = event;
  if (role === 'cio' && !authorities.release.includes(actor))
    return { ...authorities, release: [...authorities.release, actor] };
  if (role === 'cto' && !authorities.merge.includes(actor))
    return { ...authorities, merge: [...authorities.merge, actor] };
  if (event.type === 'GateReported' && authorities.gates[actor] === undefined)
    return { ...authorities, gates: { ...authorities.gates, [actor]: event.data.gate } };
  return authorities;
}

function retargeted(
  { tickets, widened: added }: PlannedRelease,
  targets: readonly Ticket[],
): Record<string, TargetedTicket> {
  return Object.fromEntries(
    targets.map((ticket) => [
      ticket.id,
      {
        ...ticket,
        securityScope: union(ticket.securityScope, added[ticket.id] ?? []),
        merged: tickets[ticket.id]?.merged,
      },
    ]),
  );
}

function widened(
  release: PlannedRelease,
  id: string,
  areas: readonly SecurityArea[],
): PlannedRelease {
  const ticket = release.tickets[id];
  if (!ticket) return release;
  return {
    ...release,
    tickets: {
      ...release.tickets,
      [id]: { ...ticket, securityScope: union(ticket.securityScope, areas) },
    },
    widened: { ...release.widened, [id]: union(release.widened[id] ?? [], areas) },
  };
}

function merged(
  tickets: PlannedRelease['tickets'],
  ids: readonly string[],
  event: string,
): PlannedRelease['tickets'] {
  const after = { ...tickets };
  for (const id of ids) {
    const ticket = after[id];
    if (ticket && ticket.merged === undefined) after[id] = { ...ticket, merged: event };
  }
  return after;
}

const union = <Item>(some: readonly Item[], more: readonly Item[]): readonly Item[] => [
  ...new Set([...some, ...more]),
];
