import { findSecret, secretByName } from '@roadbook/secret-shapes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { secretInText } from '../problem/problems.js';
import type { SecretField } from './secret-field.js';

/**
 * Refuses a request in which a text has the shape of a secret: address and headers before the body is read,
 * the body before anything else looks at it, logs it or stores it.
 */
export function refuseSecrets(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(request.is404 ? undefined : problemIn(addressAndHeaders(request)));
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(problemIn(request.body, request.routeOptions.config.secret));
  });
}

/**
 * For what is read of a request and not handed on: nobody learns of a secret there otherwise.
 * @throws Problem 422 that names the field and the shape
 */
export function refuseSecretIn(value: unknown): void {
  const problem = problemIn(value);
  if (problem) throw problem;
}

const addressAndHeaders = ({ params, query, headers }: FastifyRequest) => ({
  path: params,
  query,
  'Idempotency-Key': headers['idempotency-key'],
});

function problemIn(value: unknown, declared?: SecretField) {
  const found = findSecret(value, '', declared?.plain);
  if (found === undefined) return undefined;
  const { shape } = found;
  const field = found.field.slice(0, fieldCharactersMax);
  const instead =
    declared && shape === secretByName ? `send it as \`${declared.field}\`` : 'take it out';
  return secretInText(`${field} holds ${shape}: ${instead}, and consider it disclosed`, {
    field,
    shape,
  });
}

const fieldCharactersMax = 200;
