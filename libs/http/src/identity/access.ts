import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '@roadbook/decider';
import { addRouteConfig } from '../app/route-config.js';

/** Who may use a route: everybody, or whoever has one of these roles. */
export type Access = 'everybody' | readonly [Role, ...Role[]];

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** Method decorator: open without a token. */
export const Public = (): MethodDecorator => addRouteConfig({ access: 'everybody' });

/**
 * Method decorator: the roles that may use this route. A caller who has several of them acts in the first, or
 * in the one that the header `Roadbook-Role` names.
 */
export const May = (...roles: [Role, ...Role[]]): MethodDecorator =>
  applyDecorators(
    addRouteConfig({ access: roles }),
    ApiBearerAuth(),
    ApiExtension('x-roadbook-roles', roles),
  );
