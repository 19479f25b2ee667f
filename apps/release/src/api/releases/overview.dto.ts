import type { ReleaseKind } from '../../domain/environments.js';
import type { ReleaseOverview } from '../../queries/releases/overview.js';
import { releaseStates } from '../../queries/releases/release-state.js';
import type { ReleaseState } from '../../queries/releases/release-state.js';
import type { RollbackView } from '../../queries/releases/rollback-view.js';
import { PlanSummaryDto } from '../artifacts/answers.dto.js';
import { WaitingDto } from '../reading/conditions.dto.js';
import { Holds, HoldsAll, words } from '../reading/holds.js';
import { kinds } from './answers.dto.js';
import { AcknowledgedWindowDto, AuthorizationDto, StandingWindowDto } from './authorization.dto.js';
import { StopDto } from './stop.dto.js';
import { TargetedTicketDto } from './ticket.dto.js';

export class RollbackDto implements RollbackView {
  /** @example '1b4e28ba-2fa1-51d2-883f-0016d3cca427' */
  rollback: string;

  /** @example 'under-way' */
  @Holds(words(['under-way', 'completed']))
  state: RollbackView['state'];

  /** @example true */
  usersAffected: boolean;

  /**
   * Whether the cco acknowledged that the affected users were told.
   * @example false
   */
  acknowledged: boolean;

  /** @example null */
  reviewAt: string | null;
}

/** A release as it stands at an instant. Null is what does not exist. */
export class ReleaseDto implements ReleaseOverview {
  /** @example 'shop' */
  project: string;

  /** @example '1.4.0' */
  version: string;

  /** @example 'standard' */
  @Holds(kinds)
  kind: ReleaseKind;

  /**
   * `prepared`: everything has held for its candidate once; its checklist tells whether it still does.
   * @example 'prepared'
   */
  @Holds(words(releaseStates))
  state: ReleaseState;

  /**
   * True when it was planned with a breaking change, or its notes name one.
   * @example false
   */
  breaking: boolean;

  /**
   * The commit that would be shipped.
   * @example 'c0ffee1'
   */
  candidate: string | null;

  /** @example [] */
  replacedCandidates: string[];

  @HoldsAll(() => TargetedTicketDto)
  tickets: TargetedTicketDto[];

  /** The environments of its path, in order. */
  @HoldsAll(() => StopDto)
  path: StopDto[];

  @Holds(() => AuthorizationDto)
  promotion: AuthorizationDto;

  @Holds(() => AuthorizationDto)
  production: AuthorizationDto;

  @Holds(() => StandingWindowDto)
  window: StandingWindowDto;

  /**
   * Why a security block stands; null when none does.
   * @example null
   */
  securityBlock: string | null;

  /** @example true */
  clientsAffected: boolean;

  /** The window for which the cco acknowledged the client communication. */
  @Holds(() => AcknowledgedWindowDto, { orNull: true })
  clientsAcknowledged: AcknowledgedWindowDto | null;

  @Holds(() => PlanSummaryDto, { orNull: true })
  rollbackPlan: PlanSummaryDto | null;

  @Holds(() => RollbackDto, { orNull: true })
  rollback: RollbackDto | null;

  @Holds(() => WaitingDto)
  waiting: WaitingDto;

  /**
   * As reported where that was, else as recorded; so is `liveAt`.
   * @example '2026-03-02T08:00:00.000Z'
   */
  plannedAt: string;

  /** @example null */
  liveAt: string | null;

  /**
   * Recorded time of its last event.
   * @example '2026-03-02T08:10:00.000Z'
   */
  changedAt: string;

  /**
   * The instant for which it was asked.
   * @example '2026-03-02T08:15:00.000Z'
   */
  at: string;

  /**
   * What If-Match is compared with; the ETag says the same.
   * @example 16
   */
  revision: number;
}
