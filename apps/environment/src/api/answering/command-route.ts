import { commandRoutes } from '@roadbook/api';
import { permissions } from '../../domain/permissions.js';

/** Method decorator: a route that gives this command, for the roles that the table of roles gives it to. */
export const CommandRoute = commandRoutes({
  permissions,
  statuses: {
    'configuration-change-known': { status: 404, title: 'There is no such configuration change' },
    'pipeline-change-known': { status: 404, title: 'There is no such pipeline change' },
    'project-known': { status: 404, title: 'There is no such project', retryAfterSeconds: 1 },
    'role-permitted': { status: 403, title: 'Your role may not do this' },
  },
  named: ['project'],
});
