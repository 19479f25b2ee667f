import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/**
 * A line a request, when it is answered: the route and not the address, which may hold anything, and who
 * asked by the actor id.
 */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    const { correlationId, caller } = request.roadbook;
    const route = `${request.method} ${request.routeOptions.url ?? '(unknown address)'}`;
    logger.debug(`${route} ${reply.statusCode}`, {
      ms: Math.round(reply.elapsedTime),
      correlationId,
      actor: caller?.identity.actor,
    });
    done();
  });
}
