import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { malformed, roleNotPermitted } from '../problem/problems.js';

/**
 * The role in which a caller uses a route: the one asked for, else the first permitted one that the caller has.
 * @throws Problem 403 that names the roles that may, 400 when `wanted` is no role
 */
export function actingRole(
  permitted: readonly Role[],
  held: readonly Role[],
  wanted: string | undefined,
): Role {
  if (wanted !== undefined && !roles.some((role) => role === wanted)) {
    throw malformed('Roadbook-Role is no name of a role');
  }
  const role = permitted.find((one) => held.includes(one) && (wanted ?? one) === one);
  if (role === undefined) throw roleNotPermitted(permitted);
  return role;
}
