import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { etagOf, Problem, problems } from '@roadbook/http';
import { ReadModel } from '@roadbook/read-model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, map, mergeMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { askedPosition } from './asked-position.js';

/** Marks a route whose answer has the revision of a release. */
export const isRevised = 'roadbook:is-revised';

/** What a question can end with besides its answer, by the name of the error. */
const problemOf: Readonly<Record<string, (message: string) => Problem>> = {
  UnknownProject: (message) => problems.notFound(message),
  UnknownRelease: (message) => problems.notFound(message),
  UnknownPart: (message) => problems.notFound(message),
  NotYetHappened: (message) => problems.malformed(message),
  InvalidQuery: (message) => problems.malformed(message),
  NotCaughtUp: () => rowsAreLate(),
  ReadModelNotReady: () => rowsAreLate(),
  ProjectionFailed: () => rowsAreLate(),
};

const rowsAreLate = (): Problem =>
  problems.unavailable('what was recorded stands, but its rows cannot be read yet; try again');

/** How long a question waits for the rows of the position that it names. */
const caughtUpLimitMs = 2_000;

/**
 * Asks when the rows hold what the asker has seen, answers with the entity tag of what was read, and tells a question without an answer as a
 * problem.
 */
@Injectable()
export class AnswerQuestion implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly rows: ReadModel,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const revised = this.reflector.get<boolean>(isRevised, context.getHandler());
    return this.answer(context, next).pipe(
      map((answer) => {
        if (revised) reply.header('ETag', etagOf((answer as { revision: number }).revision));
        return answer;
      }),
      catchError((error: unknown) => throwError(() => told(error))),
    );
  }

  private answer(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const position = askedPosition(context.switchToHttp().getRequest<FastifyRequest>());
    if (position === undefined) return next.handle();
    const caughtUp = this.rows.caughtUpTo(position, { limitMs: caughtUpLimitMs });
    return from(caughtUp).pipe(mergeMap(() => next.handle()));
  }
}

function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return problemOf[error.name]?.(error.message) ?? error;
}
