import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '@roadbook/decider';
import type { Page, PageRequest } from '@roadbook/questions';
import { isUnacknowledged, notifications } from '../../projections/notifications/notifications.js';
import type { Acknowledged, NotificationRow, Told } from '../../projections/notifications/row.js';
import { ReleaseRows } from '../release-rows.js';

/** What a role was told, and where it has to acknowledge it, whether it did. */
export interface ListedNotification extends Pick<
  Told,
  'id' | 'project' | 'role' | 'at' | 'tellsOf' | 'happenedAt' | 'subject' | 'text' | 'rollbackPlan'
> {
  readonly version: string | null;
  readonly environment: Told['about']['environment'] | null;
  /** Null where the role only has to know. */
  readonly acknowledge: {
    readonly what: string;
    readonly address: string;
    readonly stands: 'awaited' | 'acknowledged' | 'needless';
    readonly acknowledged: Acknowledged | null;
  } | null;
}

export interface NotificationFilter {
  readonly roles: readonly Role[];
  /** Only those that are still to be acknowledged. */
  readonly unacknowledged: boolean;
}

/** What roles were told of a project, the latest first. */
export class ListNotifications extends Query<Page<ListedNotification>> {
  constructor(
    readonly project: string,
    readonly filter: NotificationFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(ListNotifications)
export class ListNotificationsHandler implements IQueryHandler<ListNotifications> {
  constructor(private readonly current: ReleaseRows) {}

  /** @throws UnknownProject */
  async execute({ project, filter, page }: ListNotifications): Promise<Page<ListedNotification>> {
    const { rows } = await this.current.ofProject(project);
    const found = await rows.page(notifications, {
      where: {
        project,
        role: filter.roles,
        ...(filter.unacknowledged && { unacknowledged: 1 }),
      },
      orderBy: ['position'],
      direction: 'descending',
      ...page,
    });
    return { items: found.rows.flatMap(listedOf), next: found.next };
  }
}

function listedOf(row: NotificationRow): ListedNotification[] {
  if (!row.told) return [];
  const { about, acknowledge, settled: _, position: __, ...told } = row.told;
  return [
    {
      ...told,
      version: about.version ?? null,
      environment: about.environment ?? null,
      acknowledge: acknowledge && {
        what: acknowledge.what,
        address: acknowledge.address,
        stands: standsOf(row),
        acknowledged: row.acknowledged,
      },
    },
  ];
}

function standsOf(row: NotificationRow) {
  if (row.acknowledged) return 'acknowledged';
  return isUnacknowledged(row) ? 'awaited' : 'needless';
}
