import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../problem/problems.js';
import { undeclared } from './field-errors.js';

/**
 * Refuses with 400 what is asked in the address of a route that takes no query: nothing else looks at it there, and whoever asked would
 * take the answer for one to their question. Open routes are left alone: probes put there what they like.
 */
@Injectable()
export class UndeclaredQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    if (names.length === 0) return true;
    const looks = routeOptions.config.access === 'everybody' || takesQuery(context);
    if (!looks) throw invalid(names.map(undeclared));
    return true;
  }
}

/** Nest keeps the decorated parameters of a handler by their kind and place: `4:1` is a query as the second. */
function takesQuery(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass<Type>(), name) as
    object | undefined;
  return Object.keys(parameters ?? {}).some((key) =>
    key.startsWith(`${String(RouteParamtypes.QUERY)}:`),
  );
}
