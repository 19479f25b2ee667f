import type { FastifyInstance, FastifyRequest } from 'fastify';
import { headerOf } from '../context/header-of.js';
import { unsupportedMediaType } from '../problem/problems.js';
import { parseJson } from './parse-json.js';

const json = 'application/json';

/** JSON is the only body that is read, but on a route that reads bodies in its own way; any other media type is answered with 415. */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  accept(fastify, json);
  fastify.addHook('onRoute', ({ config }) => {
    for (const mediaType of config?.body?.mediaTypes ?? [])
      if (!fastify.hasContentTypeParser(mediaType)) accept(fastify, mediaType);
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { body } = request.routeOptions.config;
    done(body && !body.mediaTypes.includes(mediaTypeOf(request)) ? sendOne(body) : undefined);
  });
}

function accept(fastify: FastifyInstance, mediaType: string): void {
  fastify.addContentTypeParser(mediaType, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      done(null, bodyOf(request, mediaType, body));
    } catch (error) {
      done(error as Error);
    }
  });
}

function bodyOf({ routeOptions, headers }: FastifyRequest, mediaType: string, body: Buffer) {
  const reader = routeOptions.config.body;
  if (reader) return reader.read({ headers, body });
  // Another route reads it.
  if (mediaType !== json) throw sendOne({ mediaTypes: [json] });
  return parseJson(body);
}

const sendOne = ({ mediaTypes }: { readonly mediaTypes: readonly string[] }) =>
  unsupportedMediaType(`send ${mediaTypes.join(' or ')}`);

const mediaTypeOf = (request: FastifyRequest): string =>
  (headerOf(request, 'content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
