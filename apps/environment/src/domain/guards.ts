import { guard, refuseAhead } from '@roadbook/decider';
import type { Condition, Origin } from '@roadbook/decider';
import { permissions } from './permissions.js';

export const roleIsPermitted: Condition<{
  command: { type: keyof typeof permissions };
  origin: Origin;
}> = guard('role-permitted', {}, ({ command: { type }, origin: { role } }) =>
  permissions[type].includes(role)
    ? undefined
    : `this is for ${permissions[type].join(' or ')}, not for ${role}`,
);

export const occurredTimeIsNotAhead: Condition<{ origin: Origin }> = guard(
  'occurred-time-not-ahead',
  {},
  ({ origin }) => refuseAhead(origin),
);

/** The streams of a project are opened when the release service tells that it was registered. */
export const unknownProject =
  'this project is not known here; if it was registered a moment ago, try again, else an orchestrator can register it';

export const projectIsKnown: Condition<{ readonly opened: boolean }> = guard(
  'project-known',
  { from: 'orchestrator' },
  ({ opened }) => (opened ? undefined : unknownProject),
);
