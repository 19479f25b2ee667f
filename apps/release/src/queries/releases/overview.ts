import type { ReleaseKind } from '../../domain/environments.js';
import type { Viewed } from '../viewing/viewed.js';
import { authorizationView, windowView } from './authorization-view.js';
import type { AuthorizationView, WindowView } from './authorization-view.js';
import { pathView } from './path-view.js';
import type { StopView } from './path-view.js';
import { planView, rollbackView } from './rollback-view.js';
import type { PlanView, RollbackView } from './rollback-view.js';
import { recordedState, stateNow } from './release-state.js';
import type { ReleaseState } from './release-state.js';
import { ticketViews } from './ticket-view.js';
import type { TicketView } from './ticket-view.js';
import { waitingOf } from './waiting.js';
import type { Waiting } from './waiting.js';

/** A release as it stands at an instant. Times are ISO 8601 in UTC; null is what does not exist. */
export interface ReleaseOverview {
  readonly project: string;
  readonly version: string;
  readonly kind: ReleaseKind;
  readonly state: ReleaseState;
  /** True when it was planned with a breaking change, or its notes name one. */
  readonly breaking: boolean;
  /** The commit that would be shipped. */
  readonly candidate: string | null;
  readonly replacedCandidates: readonly string[];
  readonly tickets: readonly TicketView[];
  /** The environments of its path, in order. */
  readonly path: readonly StopView[];
  readonly promotion: AuthorizationView;
  readonly production: AuthorizationView;
  readonly window: WindowView;
  /** Why a security block stands; null when none does. */
  readonly securityBlock: string | null;
  /** Whether clients count as affected, and for which window that was acknowledged by the cco. */
  readonly clientsAffected: boolean;
  readonly clientsAcknowledged: { readonly start: string; readonly end: string } | null;
  readonly rollbackPlan: PlanView | null;
  readonly rollback: RollbackView | null;
  readonly waiting: Waiting;
  /** As reported where that was, else as recorded; so is `liveAt`. */
  readonly plannedAt: string;
  readonly liveAt: string | null;
  /** Recorded time of its last event. */
  readonly changedAt: string;
  /** The instant for which it was asked. */
  readonly at: string;
  /** Of its stream at that instant. */
  readonly revision: number;
}

export function releaseOverview({
  standpoint,
  beside,
  revision,
  changedAt,
}: Viewed): ReleaseOverview {
  const { release, surroundings, at } = standpoint;
  const { project, version, kind, candidate, notes, clients, block } = release;
  const acknowledged = clients.are === 'affected' ? clients.acknowledged : undefined;
  return {
    project,
    version,
    kind,
    state: stateNow(recordedState(release), version, surroundings.road.standing?.version),
    breaking: release.breaking || notes?.breaking === true,
    candidate: candidate?.commit ?? null,
    replacedCandidates: [...release.replaced.keys()],
    tickets: ticketViews(release),
    path: pathView(release),
    promotion: authorizationView(release.promotion),
    production: authorizationView(release.production),
    window: windowView(release.window),
    securityBlock: block.is === 'set' ? block.reason : null,
    clientsAffected: clients.are === 'affected',
    clientsAcknowledged: acknowledged ? { start: acknowledged.start, end: acknowledged.end } : null,
    rollbackPlan: planView(release),
    rollback: rollbackView(release),
    waiting: waitingOf(standpoint),
    plannedAt: beside.plannedAt,
    liveAt: beside.liveAt,
    changedAt,
    at,
    revision,
  };
}
