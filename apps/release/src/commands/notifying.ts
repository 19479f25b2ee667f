import { orFail, systemOrigin } from '@roadbook/decisions';
import type { Decisions } from '@roadbook/decisions';
import type { Clock } from '@roadbook/process';
import { notificationDecider } from '../domain/notifications/decide.js';
import type { Notification } from '../domain/notifications/notification.js';
import { notificationsStream } from '../domain/streams.js';

/** What roles are told of, here or in another service. */
export interface Because {
  /** Id of the event that is told of. */
  readonly id: string;
  readonly correlationId: string;
  readonly recordedAt: string;
}

/** The release that is told of, or only its project. */
export interface Subject {
  readonly project: string;
  readonly version?: string;
}

/** Puts on record that roles are told, all of them in one append. Doing it twice is doing it once. */
export class Notifying {
  constructor(
    private readonly decisions: Decisions,
    private readonly clock: Clock,
  ) {}

  async tell(
    { project, version }: Subject,
    because: Because,
    notifications: readonly Notification[],
  ): Promise<void> {
    if (notifications.length === 0) return;
    const { id: tellsOf, recordedAt: happenedAt } = because;
    const stream = notificationsStream(project, version);
    const outcome = await this.decisions.decide(notificationDecider, stream, {
      command: { type: 'NotifyRoles', data: { tellsOf, happenedAt, notifications } },
      origin: systemOrigin(because, 'notify', this.clock.now()),
      surroundings: () => undefined,
    });
    orFail(outcome, `NotifyRoles on ${stream}`);
  }
}
