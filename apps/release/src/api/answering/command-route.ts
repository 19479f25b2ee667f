import { commandRoutes } from '@roadbook/api';
import {
  answerPermissions,
  releasePermissions,
  roadPermissions,
} from '../../domain/permissions.js';

const roleMayNot = { status: 403, title: 'Your role may not do this' };

/** Method decorator: a route that gives this command, for the roles that the table of roles gives it to. */
export const CommandRoute = commandRoutes({
  permissions: { ...releasePermissions, ...roadPermissions, ...answerPermissions },
  statuses: {
    'project-registered': { status: 404, title: 'There is no such project' },
    'release-planned': { status: 404, title: 'There is no such release' },
    'role-permitted': roleMayNot,
    'role-permitted-on-road': roleMayNot,
    'answers-from-deployer': roleMayNot,
  },
  named: ['project', 'version'],
});
