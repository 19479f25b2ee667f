import { reportedTime } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { ReleaseEvent } from '../../domain/release/events.js';
import type { Aftermath, Stands } from './row.js';

/** What an event changes of where a release stands; `undefined` for the many that change nothing. */
export function whatChanges(
  stands: Stands,
  event: Recorded<ReleaseEvent>,
): Partial<Stands> | undefined {
  switch (event.type) {
    case 'TicketsRetargeted':
      return { tickets: event.data.tickets.length };
    case 'CandidateChosen':
      return { candidate: event.data.commit, state: 'planned', passed: [] };
    case 'ReleasePrepared':
      return { state: 'prepared' };
    case 'DeploymentRequested':
      return { state: 'promoting' };
    case 'PromotionEnded':
      return promotionEnded(stands, event);
    case 'PromotionOverturned':
      return { passed: stands.passed.filter((one) => one !== event.data.environment) };
    case 'SecurityBlockSet':
      return { blocked: true };
    case 'SecurityBlockCleared':
      return { blocked: false };
    case 'ReleaseWithdrawn':
      return { state: 'withdrawn' };
    case 'RollbackStarted':
      return { state: 'rolling-back', aftermath: aftermathOf(event.data) };
    case 'RollbackCompleted':
      return { state: 'rolled-back' };
    case 'RollbackCommunicationAcknowledged':
      return { aftermath: without(stands.aftermath, 'communication') };
    case 'RollbackReviewScheduled':
      return { aftermath: without(stands.aftermath, 'review') };
    default:
      return undefined;
  }
}

function promotionEnded(
  { candidate, passed }: Stands,
  event: Extract<Recorded<ReleaseEvent>, { type: 'PromotionEnded' }>,
): Partial<Stands> | undefined {
  const { environment, outcome } = event.data;
  if (outcome !== 'passed' || event.data.candidate !== candidate) return undefined;
  return environment === 'production'
    ? { passed: [...passed, environment], state: 'in-production', liveAt: reportedTime(event) }
    : { passed: [...passed, environment] };
}

const aftermathOf = ({ usersAffected }: { usersAffected: boolean }): Aftermath[] =>
  usersAffected ? ['communication', 'review'] : ['review'];

const without = (some: readonly Aftermath[], done: Aftermath): readonly Aftermath[] =>
  some.filter((one) => one !== done);
