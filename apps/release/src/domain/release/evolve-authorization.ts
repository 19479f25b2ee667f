import { isThisWindow } from '@roadbook/decider';
import type { Recorded } from '@roadbook/decider';
import type { AuthorizationEvent } from './events.js';
import type { Authorization, PlannedRelease, ReleaseWindow } from './state.js';

export function evolveAuthorization(
  release: PlannedRelease,
  event: Recorded<AuthorizationEvent>,
): PlannedRelease {
  switch (event.type) {
    case 'PromotionAuthorizationRequested':
      return { ...release, promotion: requested(release.promotion, event) };
    case 'PromotionAuthorized':
      return { ...release, promotion: granted(event) };
    case 'PromotionDenied':
      return { ...release, promotion: { is: 'denied', reason: event.data.reason } };
    case 'ProductionAuthorizationRequested':
      return { ...release, production: requested(release.production, event) };
    case 'ProductionAuthorized':
      return { ...release, production: granted(event) };
    case 'ProductionDenied':
      return { ...release, production: { is: 'denied', reason: event.data.reason } };
    case 'AuthorizationsVoided':
      return {
        ...release,
        promotion: voided(release.promotion, event.data.reason),
        production: voided(release.production, event.data.reason),
      };
    case 'WindowProposed':
      return { ...release, window: proposed(release.window, event) };
    case 'WindowConfirmed':
      return {
        ...release,
        window: { is: 'confirmed', ...event.data, by: event.actor, event: event.id },
      };
    case 'WindowLapsed':
      return { ...release, window: { is: 'lapsed', ...event.data } };
    case 'ClientsDeclaredUnaffected':
      return {
        ...release,
        clients: { are: 'unaffected', reason: event.data.reason, event: event.id },
      };
    case 'ClientsDeclaredAffected':
      return { ...release, clients: { are: 'affected' } };
    case 'ClientCommunicationAcknowledged':
      return {
        ...release,
        clients: {
          are: 'affected',
          acknowledged: { start: event.data.start, end: event.data.end, event: event.id },
        },
      };
    default:
      return event satisfies never;
  }
}

const requested = (
  standing: Authorization,
  { actor, id }: Recorded<AuthorizationEvent>,
): Authorization =>
  standing.is === 'requested'
    ? { ...standing, others: [...standing.others, actor] }
    : { is: 'requested', by: actor, others: [], event: id };

const proposed = (
  standing: ReleaseWindow,
  { actor, id, data }: Extract<Recorded<AuthorizationEvent>, { type: 'WindowProposed' }>,
): ReleaseWindow =>
  standing.is === 'proposed' && isThisWindow(standing, data)
    ? { ...standing, others: [...standing.others, actor] }
    : { is: 'proposed', ...data, by: actor, others: [], event: id };

const granted = ({ actor, recordedAt, id }: Recorded<AuthorizationEvent>): Authorization => ({
  is: 'granted',
  by: actor,
  at: recordedAt,
  event: id,
});

const voided = (authorization: Authorization, reason: string): Authorization =>
  authorization.is === 'requested' || authorization.is === 'granted'
    ? { is: 'voided', reason }
    : authorization;
