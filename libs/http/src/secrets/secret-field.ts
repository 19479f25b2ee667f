import { charactersOf } from '@roadbook/decider';
import type { NamedValue } from '@roadbook/secret-shapes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addRouteConfig } from '../app/route-config.js';
import type { SecretDigests } from './secret-digests.js';

/** A field that holds a secret, wherever it stands in the body of a route. */
export interface SecretField {
  readonly field: string;
  readonly charactersMax: number;
  /** Where texts that are no secrets stand beside their names: one that is a secret by its name belongs into the field. */
  readonly plain?: NamedValue;
  /** What a secret belongs to: told the path of the request, and the object in which the field stands. */
  readonly belongsTo: (path: unknown, beside: Readonly<Record<string, unknown>>) => string[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    secret?: SecretField;
  }
}

/**
 * Method decorator: this route takes a secret. It is replaced by its digest before anything else looks at the body: what validates, remembers,
 * logs, stores and answers sees the digest, and the field is the one text that may look like a secret.
 */
export const TakesSecret = (secret: SecretField): MethodDecorator => addRouteConfig({ secret });

/** Stands before the hook that refuses secrets. */
export function digestSecrets(fastify: FastifyInstance, digests: () => SecretDigests): void {
  let known: SecretDigests | undefined;
  // A service that takes secrets and has no key for them does not start.
  fastify.addHook('onRoute', ({ config }) => {
    if (config?.secret) known ??= digests();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const { secret } = request.routeOptions.config;
    if (secret && known) digestIn(request, secret, known);
    done();
  });
}

function digestIn(
  { body, params }: FastifyRequest,
  { field, charactersMax, belongsTo }: SecretField,
  digests: SecretDigests,
): void {
  const open = [body];
  for (const value of open) {
    if (!isFields(value)) continue;
    if (!Array.isArray(value) && Object.hasOwn(value, field)) {
      const secret = value[field];
      const isFit =
        typeof secret === 'string' && secret !== '' && charactersOf(secret) <= charactersMax;
      value[field] = isFit ? digests.of(belongsTo(params, value), secret) : unfit;
    }
    open.push(...Object.values(value));
  }
}

/** What is no secret is not kept either: validation refuses what stands in its place. */
const unfit = null;

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
