import type { ActorId } from '@roadbook/decider';
import type { Authorization, ReleaseWindow } from '../../domain/release/state.js';

/** One of the orchestrator's two yeses. */
export interface AuthorizationView {
  readonly state: Authorization['is'];
  /** Who requested it, or granted it. */
  readonly by: ActorId | null;
  /** When it was granted, by recorded time. */
  readonly at: string | null;
  /** Why it was denied or voided. */
  readonly reason: string | null;
}

export const authorizationView = (authorization: Authorization): AuthorizationView => ({
  state: authorization.is,
  by: 'by' in authorization ? authorization.by : null,
  at: 'at' in authorization ? authorization.at : null,
  reason: 'reason' in authorization ? authorization.reason : null,
});

/** The period in which production may be deployed. */
export interface WindowView {
  readonly state: ReleaseWindow['is'];
  readonly start: string | null;
  readonly end: string | null;
  /** Who proposed it, or confirmed it. */
  readonly by: ActorId | null;
}

export const windowView = (window: ReleaseWindow): WindowView => ({
  state: window.is,
  start: 'start' in window ? window.start : null,
  end: 'end' in window ? window.end : null,
  by: 'by' in window ? window.by : null,
});
