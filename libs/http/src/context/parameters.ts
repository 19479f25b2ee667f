import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const contextOf = (context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>().roadbook;

/** Parameter decorator: the `Origin` of the command that this request gives. */
export const RequestOrigin = createParamDecorator((_: unknown, context: ExecutionContext) =>
  contextOf(context).origin(),
);

/** Parameter decorator: the `Identity` that the token was issued to; `undefined` on a route that is open to everybody. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) => contextOf(context).caller?.identity,
);
