import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from './events.js';
import { evolveArtifacts } from './evolve-artifacts.js';
import { evolveAuthorization } from './evolve-authorization.js';
import { evolveCandidate } from './evolve-candidate.js';
import { evolvePlanning, planned } from './evolve-planning.js';
import { evolvePromotion } from './evolve-promotion.js';
import { evolveRollback } from './evolve-rollback.js';
import type { Authorities, PlannedRelease, Release } from './state.js';

/** What a release is after one more event. Believes every event, and never throws. */
export function evolveRelease(release: Release, event: Recorded<ReleaseEvent>): Release {
  if (event.type === 'ReleasePlanned') return used(planned(event), event);
  if (release.situation === 'unplanned') return release;
  return used(evolvePlanned(release, event), event);
}

function evolvePlanned(release: PlannedRelease, event: Recorded<ReleaseEvent>): PlannedRelease {
  switch (event.type) {
    case 'ReleasePlanned':
    case 'TicketsRetargeted':
    case 'SecurityScopeWidened':
    case 'TicketsMerged':
    case 'ReleaseWithdrawn':
      return evolvePlanning(release, event);
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
    case 'PromotionOverturned':
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
  if (event.type === 'GateReported' && !authorities.gates.has(actor))
    return { ...authorities, gates: new Map(authorities.gates).set(actor, event.data.gate) };
  return authorities;
}
