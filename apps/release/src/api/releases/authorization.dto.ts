import type { ActorId } from '@roadbook/decider';
import type { AuthorizationView, WindowView } from '../../queries/releases/authorization-view.js';
import { Holds, words } from '@roadbook/api';

/** Lists that the compiler keeps complete. */
const authorizationStates = Object.keys({
  absent: true,
  requested: true,
  granted: true,
  denied: true,
  voided: true,
} satisfies Record<AuthorizationView['state'], true>);
const windowStates = Object.keys({
  absent: true,
  proposed: true,
  confirmed: true,
  lapsed: true,
} satisfies Record<WindowView['state'], true>);

/** One of the orchestrator's two yeses. */
export class AuthorizationDto implements AuthorizationView {
  /** @example 'requested' */
  @Holds(words(authorizationStates))
  state: AuthorizationView['state'];

  /**
   * Who requested it, or granted it.
   * @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e'
   */
  by: ActorId | null;

  /**
   * When it was granted; recorded time.
   * @example null
   */
  at: string | null;

  /**
   * Why it was denied or voided.
   * @example null
   */
  reason: string | null;
}

/** The period in which production may be deployed. */
export class StandingWindowDto implements WindowView {
  /** @example 'absent' */
  @Holds(words(windowStates))
  state: WindowView['state'];

  /** @example null */
  start: string | null;

  /** @example null */
  end: string | null;

  /**
   * Who proposed it, or confirmed it.
   * @example null
   */
  by: ActorId | null;
}

export class AcknowledgedWindowDto {
  /** @example '2026-03-02T08:00:00.000Z' */
  start: string;

  /** @example '2026-03-02T16:00:00.000Z' */
  end: string;
}
