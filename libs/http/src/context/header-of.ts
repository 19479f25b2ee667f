import type { FastifyRequest } from 'fastify';

/** A header as one text; Node joins repeated ones by commas. */
export function headerOf(request: FastifyRequest, name: Lowercase<string>): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
