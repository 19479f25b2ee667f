import { environments, roles } from '@roadbook/decider';
import type { ActorId, Environment, Role } from '@roadbook/decider';
import { Holds, Is, Maybe, oneOf, PageQuery, words } from '@roadbook/api';
import type { ListedNotification } from '../../queries/notifications/list-notifications.js';
import { RollbackPlanDto } from '../artifacts/answers.dto.js';

export class NotificationsQuery extends PageQuery {
  /** The role whose notifications are wanted; by default every role of yours. */
  @Maybe()
  @Is(oneOf(roles))
  role?: Role;

  /** `true` for those that are still to be acknowledged. */
  @Maybe()
  @Is(oneOf(['true', 'false']))
  unacknowledged?: 'true' | 'false';
}

export class AcknowledgedDto {
  /** @example 'a_77b1c2d3e4f5061728394a5b6c7d8e9f' */
  by: ActorId;

  /**
   * Recorded time.
   * @example '2026-03-02T08:40:00.000Z'
   */
  at: string;

  /** @example 'Mail to all clients at 08:30' */
  note: string;
}

const stands = ['awaited', 'acknowledged', 'needless'] as const;

export class ToAcknowledgeDto {
  /** @example 'Acknowledge that clients are told of this version and window' */
  what: string;

  /**
   * The path of the command that acknowledges it.
   * @example '/v1/projects/shop/releases/1.4.0/client-communication'
   */
  address: string;

  /**
   * `needless`: it need not be acknowledged any more, because its window ended or was replaced, or clients are not affected.
   * @example 'acknowledged'
   */
  @Holds(words(stands))
  stands: (typeof stands)[number];

  /** Null while nobody has. */
  @Holds(() => AcknowledgedDto, { orNull: true })
  acknowledged: AcknowledgedDto | null;
}

/** What a role was told. */
export class NotificationDto implements ListedNotification {
  /** @example '16fd2706-8baf-533b-82eb-8c7fada847da' */
  id: string;

  /** @example 'shop' */
  project: string;

  /**
   * The release, where it is about one.
   * @example '1.4.0'
   */
  version: string | null;

  /**
   * The environment, where it is about one.
   * @example 'production'
   */
  @Holds({ ...words(environments) }, { orNull: true })
  environment: Environment | null;

  /**
   * The role that is told.
   * @example 'cco'
   */
  @Holds(words(roles))
  role: Role;

  /** @example 'shop 1.4.0 goes to production: clients have to be told' */
  subject: string;

  /**
   * What happened and what is expected, in plain words.
   * @example 'The window from 2026-03-02 08:00 UTC to 2026-03-02 16:00 UTC is confirmed, and clients are affected.'
   */
  text: string;

  /** How it is undone, for whoever has to know how before production. */
  @Holds(() => RollbackPlanDto, { orNull: true })
  rollbackPlan: RollbackPlanDto | null;

  /** Null where the role only has to know. */
  @Holds(() => ToAcknowledgeDto, { orNull: true })
  acknowledge: ToAcknowledgeDto | null;

  /**
   * The event that is told of.
   * @example '0d2f9a3e-5f0c-5b8e-9a63-1d3f6a2b7c11'
   */
  tellsOf: string;

  /**
   * When that event was recorded.
   * @example '2026-03-01T14:00:00.000Z'
   */
  happenedAt: string;

  /**
   * When the role was told; recorded time.
   * @example '2026-03-01T14:00:00.050Z'
   */
  at: string;
}
