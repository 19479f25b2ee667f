import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { etagOf, Problem, problems } from '@roadbook/http';
import type { FastifyReply } from 'fastify';
import { catchError, map, throwError } from 'rxjs';
import type { Observable } from 'rxjs';

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

/** Answers with the entity tag of what was read, and tells a question without an answer as a problem. */
@Injectable()
export class AnswerQuestion implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const revised = this.reflector.get<boolean>(isRevised, context.getHandler());
    return next.handle().pipe(
      map((answer) => {
        if (revised) reply.header('ETag', etagOf((answer as { revision: number }).revision));
        return answer;
      }),
      catchError((error: unknown) => throwError(() => told(error))),
    );
  }
}

function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return problemOf[error.name]?.(error.message) ?? error;
}
