import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../problem/problem-of.js';
import { sendProblem } from '../problem/send-problem.js';
import { answerUnreadable } from './answer-unreadable.js';
import { requestLimits } from './limits.js';

/** Fastify with the limits of this library, its own error answers replaced by problem details. */
export const httpAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: requestLimits.bodyBytesMax,
    requestTimeout: requestLimits.receiveWithinMs,
    keepAliveTimeout: requestLimits.idleConnectionMs,
    routerOptions: { maxParamLength: requestLimits.pathParameterCharactersMax },
    trustProxy: false,
    // Requests that come in on open connections while the service stops are still answered, each as its last.
    return503OnClosing: false,
    // Nothing here is a middleware; each request would pay for the possibility.
    skipMiddie: true,
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply, problemOf(error), randomUUID());
    },
    clientErrorHandler: answerUnreadable,
  });
