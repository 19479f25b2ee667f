import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';

/** `system` is what Roadbook does by itself; no token has it. */
export function forTokens(permitted: readonly Role[]): [Role, ...Role[]] {
  const [first, ...rest] = permitted.filter((role) => role !== 'system');
  if (!first) throw new Error('a route is for at least one role that a token can have');
  return [first, ...rest];
}

/** Every role that a token can have. */
export const everybody = forTokens(roles);

/** Everybody who reads: a client sees only what is published to clients. */
export const readers = forTokens(roles.filter((role) => role !== 'client'));
