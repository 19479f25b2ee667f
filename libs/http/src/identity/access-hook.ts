import type { Role } from '@roadbook/decider';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { headerOf } from '../context/header-of.js';
import { settle } from '../context/settle.js';
import { unauthenticated } from '../problem/problems.js';
import { actingRole } from './acting-role.js';
import { assertProject } from './identity.js';
import type { Identity } from './identity.js';
import type { TokenVerifier } from './token-verifier.js';

/** RFC 6750, section 2.1 */
const bearer = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * Lets nobody through without a token whose roles may use the route, before a body is read. A route that
 * doesn't say who may use it fails the start, so none can be forgotten.
 */
export function guardAccess(fastify: FastifyInstance, verifier: TokenVerifier): void {
  fastify.addHook('onRoute', requireAccess);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { access = [] } = request.routeOptions.config;
    if (request.is404 || access === 'everybody') {
      done();
      return;
    }
    const goOn = (identity: Identity) => {
      admit(request, identity, access);
      return undefined;
    };
    settle(verifier.verify(tokenOf(request)), goOn, done);
  });
}

/** @throws Problem 403 unless this identity may use the route */
function admit(request: FastifyRequest, identity: Identity, access: readonly Role[]): void {
  const { project } = request.params as { project?: string };
  if (project !== undefined) assertProject(identity, project);
  const role = actingRole(access, identity.roles, headerOf(request, 'roadbook-role'));
  request.roadbook.caller = { identity, role };
}

function requireAccess({ method, url, config }: RouteOptions): void {
  if (config?.access !== undefined) return;
  throw new Error(`${String(method)} ${url} does not say who may use it: add @May() or @Public()`);
}

function tokenOf(request: FastifyRequest): string {
  const { authorization } = request.headers;
  if (authorization === undefined) throw unauthenticated('send a bearer token');
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw unauthenticated('the Authorization header has no bearer token');
  return token;
}
