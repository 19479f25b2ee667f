import { Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { listed, listNamed, pageOf, ProjectPath, ReadRoute, Topic } from '@roadbook/api';
import type { Role } from '@roadbook/decider';
import { Caller, problems } from '@roadbook/http';
import type { Identity } from '@roadbook/http';
import { ListNotifications } from '../../queries/notifications/list-notifications.js';
import { NotificationDto, NotificationsQuery } from './notifications.dto.js';

/** Who may read what other roles were told. */
const readEverybodys: readonly Role[] = ['orchestrator', 'auditor'];

@Topic('notifications', 'v1')
export class NotificationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('projects/:project/notifications')
  @ReadRoute({
    operationId: 'listNotifications',
    summary: 'What roles were told, the latest first',
    description:
      'By default what each of your roles was told. An orchestrator and an auditor may name any role.',
    answer: NotificationDto,
    list: true,
  })
  async list(
    @Param() { project }: ProjectPath,
    @Query() query: NotificationsQuery,
    @Caller() caller: Identity,
  ) {
    const list = listNamed(`notifications in ${project}`, query);
    const filter = {
      roles: query.role === undefined ? caller.roles : [permitted(query.role, caller)],
      unacknowledged: query.unacknowledged === 'true',
    };
    const asked = new ListNotifications(project, filter, pageOf(list, query));
    return listed(list, await this.queries.execute(asked));
  }
}

/** @throws Problem 403 for a role that the caller neither has nor may read for */
function permitted(role: Role, { roles }: Identity): Role {
  const may = [...new Set([role, ...readEverybodys])];
  if (!may.some((one) => roles.includes(one))) throw problems.roleNotPermitted(may);
  return role;
}
