import { commandRoutes } from '@roadbook/api';
import { releasePermissions, roadPermissions } from '../../domain/permissions.js';

const roleMayNot = { status: 403, title: 'Your role may not do this' };

/** Method decorator: a route that gives this command, for the roles that the table of roles gives it to. */
export const CommandRoute = commandRoutes({
  permissions: { ...releasePermissions, ...roadPermissions },
  statuses: {
    'project-registered': { status: 404, title: 'There is no such project' },
    'release-planned': { status: 404, title: 'There is no such release' },
    'role-permitted': roleMayNot,
    'role-permitted-on-road': roleMayNot,
  },
  named: ['project', 'version'],
});
