import type { FastifyInstance } from 'fastify';
import { headerOf } from '../context/header-of.js';

/** Answers 304 without a body to a GET whose `If-None-Match` names the entity tag of the answer (RFC 9110, 13.1.2). */
export function answerConditionalGets(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const tags = headerOf(request, 'if-none-match');
    const etag = reply.getHeader('etag');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (tags === undefined || !isRead || reply.statusCode !== 200 || typeof etag !== 'string') {
      done(null, payload);
      return;
    }
    if (!names(tags, etag)) {
      done(null, payload);
      return;
    }
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    done(null, '');
  });
}

const names = (tags: string, etag: string): boolean =>
  tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
