import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, Ids } from '@roadbook/process';
import type { FastifyInstance } from 'fastify';
import { makeAnswers } from '../answer/answer-with.js';
import { acceptBodies } from '../body/accept-bodies.js';
import { giveContext } from '../context/context-hook.js';
import { honourIdempotencyKeys } from '../idempotency/idempotency-hooks.js';
import { IdempotencyStore } from '../idempotency/idempotency-store.js';
import { guardAccess } from '../identity/access-hook.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { openDocumentation } from '../openapi/describe-api.js';
import { ProblemFilter } from '../problem/problem-filter.js';
import { answerConditionalGets } from '../revision/conditional-get.js';
import { SecretDigests } from '../secrets/secret-digests.js';
import { digestSecrets } from '../secrets/secret-field.js';
import { refuseSecrets } from '../secrets/secret-hooks.js';
import { UndeclaredQueryGuard } from '../validation/undeclared-query.js';
import { RequestValidationPipe } from '../validation/validation-pipe.js';
import { KnownRoutes } from './known-routes.js';
import { endQuietConnections } from './quiet-connections.js';
import { securityHeaders } from './security-headers.js';

/**
 * Everything that a request passes, in its order. Specs use it on the app of a testing module, made with
 * `httpAdapter()` and `{ bodyParser: false }`; everybody else takes `createHttpApp`.
 */
export function configureHttpApp(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const routes = new KnownRoutes(fastify);
  giveContext(fastify, app.get(Clock), app.get(Ids));
  openDocumentation(fastify);
  guardAccess(fastify, app.get(TokenVerifier));
  acceptBodies(fastify);
  digestSecrets(fastify, () => app.get(SecretDigests));
  refuseSecrets(fastify);
  honourIdempotencyKeys(fastify, app.get(IdempotencyStore));
  makeAnswers(fastify);
  answerConditionalGets(fastify);
  endQuietConnections(fastify);
  app.useSecurityHeaders(securityHeaders);
  app.useGlobalGuards(new UndeclaredQueryGuard());
  app.useGlobalPipes(new RequestValidationPipe());
  app.useGlobalFilters(new ProblemFilter(routes));
}
