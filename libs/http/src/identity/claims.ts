import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { JWTPayload } from 'jose';
import { unauthenticated } from '../problem/problems.js';

export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly projects?: readonly string[];
}

/** `system` is what Roadbook does by itself; no token has it. */
const tokenRoles: ReadonlySet<unknown> = new Set(roles.filter((role) => role !== 'system'));

/** @throws Problem 401 that says which claim is wrong */
export function claimsOf(payload: JWTPayload): Claims {
  const { iss, sub, roles: claimed, projects } = payload;
  if (!iss || !sub) throw invalidToken('it needs an issuer (iss) and a subject (sub)');
  if (!isList(claimed) || claimed.length === 0 || !claimed.every(isTokenRole)) {
    throw invalidToken('its roles must be a list of names of roles');
  }
  if (projects === undefined) return { issuer: iss, subject: sub, roles: claimed };
  if (!isList(projects) || !projects.every((project) => typeof project === 'string')) {
    throw invalidToken('its projects must be a list of names of projects');
  }
  return { issuer: iss, subject: sub, roles: claimed, projects };
}

export const invalidToken = (what: string) =>
  unauthenticated(`the token is not accepted: ${what}`, what);

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

const isTokenRole = (value: unknown): value is Role => tokenRoles.has(value);
