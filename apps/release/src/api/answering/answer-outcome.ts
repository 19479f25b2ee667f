import { isRefusal } from '@roadbook/decider';
import type { Outcome } from '@roadbook/decisions';
import { etagOf } from '@roadbook/http';
import type { MakeAnswer } from '@roadbook/http';
import type { FastifyRequest } from 'fastify';
import type { Made } from './address.js';
import { problemOfRefusal } from './refusal.js';

/**
 * The one place where the outcome of a command becomes an answer: its status, its headers and its body, or a problem.
 * @param addressOf where what the command makes has an address of its own
 */
export const answerOutcome =
  (addressOf?: (made: Made) => string): MakeAnswer<Outcome> =>
  (outcome, request, reply) => {
    if (isRefusal(outcome)) throw problemOfRefusal(outcome);
    const { repeated: _, revision, position, events, ...made } = outcome;
    const { project, version } = namedIn(request);
    const body = { project, version, ...made, revision, position, events };
    void reply.header('ETag', etagOf(revision));
    if (addressOf && events.length > 0) void reply.code(201).header('Location', addressOf(body));
    return body;
  };

interface Named {
  readonly project?: string;
  readonly version?: string;
}

function namedIn({ body, params }: FastifyRequest): Named {
  const [path, said] = [params as Named, body as Named | undefined];
  return { project: path.project ?? said?.project, version: path.version ?? said?.version };
}
