import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { audienceOf } from '../../domain/entry/visibility.js';
import type { Audience } from '../../domain/entry/visibility.js';

/** Parameter decorator: to whom the request belongs, by the role that it is made in. What has none sees what clients see. */
export const Reader = createParamDecorator((_: unknown, context: ExecutionContext): Audience => {
  const { roadbook } = context.switchToHttp().getRequest<FastifyRequest>();
  return audienceOf(roadbook.caller?.role ?? 'client');
});
