import type { LoggerService } from '@nestjs/common';
import type { EventStore, StoredEvent } from '@roadbook/event-store';
import { byStream, Folds, Follower } from '@roadbook/following';
import { recorded } from '@roadbook/read-model';
import type { Checkpoints } from '@roadbook/read-model';
import type { Notifying } from '../../commands/notifying.js';
import type { Notification } from '../../domain/notifications/notification.js';
import { notificationsOf } from '../../domain/notifications/release.js';
import { violation } from '../../domain/notifications/stops.js';
import type { ReleaseEvent } from '../../domain/release/events.js';
import { evolveInFull, notPlannedYet } from '../../domain/release/in-full.js';
import type { ReleaseInFull } from '../../domain/release/in-full.js';
import { streamOf } from '../../domain/streams.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';

/** Many events that follow on each other closely are told of together, as each append waits for the disk. */
const restMs = 20;

/** Tells roles what they must know of the service's own events. No command waits for it, as one does for other reactions. */
export class Notifier {
  private readonly follower: Follower;
  private readonly releases: Folds<ReleaseInFull>;

  constructor(
    store: EventStore,
    checkpoints: Checkpoints,
    private readonly notifying: Notifying,
    logger: Pick<LoggerService, 'error'>,
  ) {
    this.releases = new Folds(store, {
      initial: notPlannedYet,
      evolve: (known, event) => evolveInFull(known, recorded<ReleaseEvent>(event)),
    });
    this.follower = new Follower(
      {
        name: 'notifications',
        carryOut: (events) => byStream(events, (event) => this.tellOf(event)),
        restMs,
        failed: 'roles could not be told of an event; it is tried again',
      },
      { store, checkpoints, logger },
    );
  }

  start(): Promise<void> {
    return this.follower.start();
  }

  stop(): Promise<void> {
    return this.follower.stop();
  }

  /** What is wrong, for readiness; `undefined` when roles are told. */
  trouble(): string | undefined {
    return this.follower.isRetrying ? 'roles are not told of events; it is tried again' : undefined;
  }

  private async tellOf(event: StoredEvent): Promise<void> {
    const { kind, project = '', version } = streamOf(event.stream) ?? {};
    const notifications = await this.notificationsOf(kind, project, event);
    await this.notifying.tell({ project, version }, event, notifications);
  }

  /** Every event of a release is folded in, also one that nobody is told of: so the next one finds the release as it is. */
  private async notificationsOf(
    kind: string | undefined,
    project: string,
    event: StoredEvent,
  ): Promise<readonly Notification[]> {
    if (kind === 'release')
      return notificationsOf(recorded<ReleaseEvent>(event), await this.releases.upTo(event));
    return kind === 'violations' ? violation(project, recorded<ViolationRecorded>(event).data) : [];
  }
}
