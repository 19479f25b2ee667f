import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Origin } from '@roadbook/decider';
import type { ExpectedRevision } from '@roadbook/decisions';
import { etagOf, preconditionOf } from '@roadbook/http';
import type { FastifyRequest } from 'fastify';

/** A command as it was taken: who gave it, and at which revision only. */
export interface Taken {
  readonly origin: Origin;
  readonly expected?: ExpectedRevision;
}

/** Parameter decorator: the `Taken` of the request. */
export const TakenFrom = createParamDecorator((_: unknown, context: ExecutionContext): Taken => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    origin: request.roadbook.origin(),
    expected: expectedBy(request.headers['if-match']),
  };
});

/** The origin of a command that says when it happened. */
export const happened = (origin: Origin, occurredAt: string | undefined): Origin =>
  occurredAt === undefined ? origin : { ...origin, occurredAt };

/**
 * Where `If-Match` expects the stream to be. An entity tag that no revision has is expected in vain.
 * @throws Problem 400 when the header is neither `*` nor a list of entity tags
 */
export function expectedBy(ifMatch: string | undefined): ExpectedRevision | undefined {
  const precondition = preconditionOf(ifMatch);
  return precondition === undefined || precondition === 'any'
    ? precondition
    : precondition.map(revisionOf).filter((revision) => revision !== undefined);
}

function revisionOf(tag: string): number | undefined {
  const revision = Number(tag.slice(1, -1));
  return etagOf(revision) === tag ? revision : undefined;
}
