import { roles } from '@roadbook/decider';
import type { ActorId, Role } from '@roadbook/decider';
import { environments } from '../../domain/environments.js';
import type { Environment, ReleaseKind } from '../../domain/environments.js';
import type { EligibilityView } from '../../queries/releases/get-eligibility.js';
import type { HistoryLine } from '../../queries/releases/get-history.js';
import type { ListedRelease } from '../../queries/releases/list-releases.js';
import type { WaitingRelease } from '../../queries/releases/list-waiting.js';
import { releaseStates } from '../../queries/releases/release-state.js';
import type { ReleaseState } from '../../queries/releases/release-state.js';
import { ConditionDto, WaitingDto } from '../reading/conditions.dto.js';
import { Holds, HoldsAll, words } from '../reading/holds.js';

export const kinds = words(['standard', 'hotfix']);

export class ListedReleaseDto implements ListedRelease {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'standard' */
  @Holds(kinds)
  kind: ReleaseKind;

  /**
   * `prepared`: everything has held for its candidate once; its checklist tells whether it still does.
   * `replaced` is what was verified in production before that which stands there now.
   * @example 'prepared'
   */
  @Holds(words(releaseStates))
  state: ReleaseState;

  /**
   * True while a security block stands.
   * @example false
   */
  blocked: boolean;

  /**
   * The commit that would be shipped.
   * @example 'c0ffee1'
   */
  candidate: string | null;

  /**
   * How many tickets are targeted.
   * @example 1
   */
  tickets: number;

  /**
   * The furthest environment that the candidate has passed, with all before it on its path.
   * @example null
   */
  @Holds(words(environments), { orNull: true })
  passed: Environment | null;

  /**
   * As reported where that was, else as recorded; so is `liveAt`.
   * @example '2026-03-02T08:00:00.000Z'
   */
  plannedAt: string;

  /**
   * When it was verified in production, rolled back since or not.
   * @example null
   */
  liveAt: string | null;

  /**
   * Recorded time of its last event.
   * @example '2026-03-02T08:10:00.000Z'
   */
  changedAt: string;

  /** @example 16 */
  revision: number;
}

/** Whether a release may be deployed to an environment, and why. */
export class EligibilityDto implements EligibilityView {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'production' */
  @Holds(words(environments))
  environment: Environment;

  /**
   * The instant for which it was asked.
   * @example '2026-03-02T08:15:00.000Z'
   */
  at: string;

  /**
   * Of the release at that instant.
   * @example 16
   */
  revision: number;

  /** @example false */
  allowed: boolean;

  /** In the order in which a person would ask. */
  @HoldsAll(() => ConditionDto)
  conditions: ConditionDto[];
}

/** One thing that happened to a release. */
export class HistoryLineDto implements HistoryLine {
  /**
   * Of the event: what a met condition points to.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  id: string;

  /** @example 0 */
  revision: number;

  /** @example 'ReleasePlanned' */
  type: string;

  /**
   * Recorded time.
   * @example '2026-03-02T08:00:00.000Z'
   */
  at: string;

  /**
   * The reporter's time, where one was given.
   * @example '2026-03-02T07:58:00.000Z'
   */
  occurredAt?: string;

  /** @example 'a_5f0c5b8e9a631d3f6a2b7c110d2f9a3e' */
  actor: ActorId;

  /** @example 'cio' */
  @Holds(words(roles))
  role: Role;

  /**
   * A sentence without its subject. Holds text from outside.
   * @example 'planned as a standard release with 1 ticket'
   */
  what: string;
}

/** A release that is not at its end, what it waits for, and for whom. */
export class WaitingReleaseDto extends WaitingDto implements WaitingRelease {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'standard' */
  @Holds(kinds)
  kind: ReleaseKind;

  /** @example 'c0ffee1' */
  candidate: string | null;

  /**
   * Recorded time of its last event: nothing has happened to it since.
   * @example '2026-03-02T08:10:00.000Z'
   */
  since: string;
}
