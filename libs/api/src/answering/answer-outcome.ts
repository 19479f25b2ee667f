import { isRefusal } from '@roadbook/decider';
import type { Outcome } from '@roadbook/decisions';
import { etagOf } from '@roadbook/http';
import type { MakeAnswer } from '@roadbook/http';
import type { FastifyRequest } from 'fastify';
import type { Made } from './made.js';
import { problemOfRefusal } from './refusal.js';
import type { Statuses } from './refusal.js';

export interface Answering {
  readonly statuses: Statuses;
  /** What the answer says it is about: these fields of the path, or of the body. */
  readonly named: readonly string[];
  /** Where what the command makes has an address of its own. */
  readonly addressOf?: (made: Made) => string;
}

/** The one place where the outcome of a command becomes an answer: its status, its headers and its body, or a problem. */
export const answerOutcome =
  ({ statuses, named, addressOf }: Answering): MakeAnswer<Outcome> =>
  (outcome, request, reply) => {
    if (isRefusal(outcome)) throw problemOfRefusal(outcome, statuses);
    const { repeated: _, revision, position, events, ...made } = outcome;
    const body = { ...namedIn(request, named), ...made, revision, position, events };
    void reply.header('ETag', etagOf(revision));
    if (addressOf && events.length > 0) void reply.code(201).header('Location', addressOf(body));
    return body;
  };

function namedIn({ body, params }: FastifyRequest, named: readonly string[]): Made {
  const [path, said] = [params as Made, (body ?? {}) as Made];
  return Object.fromEntries(named.map((name) => [name, path[name] ?? said[name]]));
}
