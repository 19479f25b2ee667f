import type { Clock, Ids } from '@roadbook/process';
import type { FastifyInstance } from 'fastify';
import { correlationIdOf } from './correlation-id.js';
import { RequestContext } from './request-context.js';

/** Gives every request its context before anything else looks at it, and tells the caller the correlation id. */
export function giveContext(fastify: FastifyInstance, clock: Clock, ids: Ids): void {
  fastify.decorateRequest('roadbook');
  fastify.addHook('onRequest', (request, reply, done) => {
    const correlationId = correlationIdOf(request.headers) ?? ids.next();
    request.roadbook = new RequestContext(correlationId, clock, ids);
    reply.header('X-Correlation-Id', correlationId);
    done();
  });
}
