import type { Role } from '@roadbook/decider';
import { headerOf } from '@roadbook/http';
import type { FastifyRequest } from 'fastify';

/** The only role in which the caller wants to act, where they said one; a token may have several. */
export const wantedRole = (request: FastifyRequest): Role | undefined =>
  headerOf(request, 'roadbook-role') === undefined ? undefined : request.roadbook.caller?.role;
