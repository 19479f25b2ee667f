import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headerOf } from '../context/header-of.js';

/**
 * Answers 304 without a body to a GET whose `If-None-Match` names the entity tag of the answer (RFC 9110, 13.1.2). An answer with
 * `Cache-Control: no-store` is always given: its entity tag is for `If-Match`, and nobody has it any more.
 */
export function answerConditionalGets(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!isKnown(request, reply)) {
      done(null, payload);
      return;
    }
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    done(null, '');
  });
}

function isKnown(request: FastifyRequest, reply: FastifyReply): boolean {
  const tags = headerOf(request, 'if-none-match');
  const etag = reply.getHeader('etag');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (tags === undefined || typeof etag !== 'string' || !isRead) return false;
  if (reply.statusCode !== 200 || reply.getHeader('cache-control') === 'no-store') return false;
  return names(tags, etag);
}

const names = (tags: string, etag: string): boolean =>
  tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
