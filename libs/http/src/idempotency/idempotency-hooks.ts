import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { settle } from '../context/settle.js';
import { keyInUse, keyReused, unavailable } from '../problem/problems.js';
import type { Claim, IdempotencyStore, KeyedRequest, StoredAnswer } from './idempotency-store.js';
import { isFinal } from './is-final.js';
import { commandIdOf, keyedRequestOf } from './keyed-request.js';

const keptHeaders = ['content-type', 'etag', 'location'] as const;

/** The requests under way whose key is theirs. */
const claimed = new WeakMap<FastifyRequest, KeyedRequest>();

/** Gives a repeat with the same Idempotency-Key the first answer again. */
export function honourIdempotencyKeys(fastify: FastifyInstance, store: IdempotencyStore): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const keyed = keyedRequestOf(request);
    if (!keyed) {
      done();
      return;
    }
    request.roadbook.commandId = commandIdOf(keyed);
    settle(store.claim(keyed), (claim) => follow(claim, keyed, request, reply), done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const keyed = claimed.get(request);
    if (!keyed) {
      done(null, payload);
      return;
    }
    claimed.delete(request);
    const body = bodyOf(payload);
    const keep = body !== undefined && isFinal(reply.statusCode, request.roadbook.problem);
    const kept = keep
      ? store.complete(keyed, { status: reply.statusCode, headers: keptOf(reply), body })
      : store.release(keyed);
    // What was carried out is known by its id, so that a repeat is told of it all the same. Nothing else remembers a refusal.
    const isRefusal = request.roadbook.problem !== undefined;
    settle(
      kept,
      () => undefined,
      (unkept) => {
        if (unkept && isRefusal) done(unrecorded());
        else done();
      },
    );
  });
}

const unrecorded = () =>
  unavailable(
    'what was decided may have been recorded or not; repeat the request with the same Idempotency-Key',
  );

function follow(claim: Claim, keyed: KeyedRequest, request: FastifyRequest, reply: FastifyReply) {
  switch (claim.state) {
    case 'new':
      claimed.set(request, keyed);
      return undefined;
    case 'answered':
      replay(reply, claim.answer);
      return 'replied';
    case 'in-use':
      throw keyInUse();
    case 'reused':
      throw keyReused('take a new key for a new request');
  }
}

function replay(reply: FastifyReply, { status, headers, body }: StoredAnswer): void {
  void reply.code(status).headers(headers).header('Idempotency-Replayed', 'true').send(body);
}

/** Only an answer that is at hand as a whole can be kept. */
function bodyOf(payload: unknown): string | undefined {
  if (payload === undefined || payload === null) return '';
  return typeof payload === 'string' ? payload : undefined;
}

function keptOf(reply: FastifyReply): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) kept[name] = String(value);
  }
  return kept;
}
