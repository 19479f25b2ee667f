import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownRoutes } from '../app/known-routes.js';
import type { Problem } from './problem-details.js';
import { problemOf } from './problem-of.js';
import { methodNotAllowed, notFound } from './problems.js';
import { sendProblem } from './send-problem.js';

/** Ends every request that failed, wherever that was, with problem details; logs what is no fault of the client. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly routes: KnownRoutes) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = request.is404
      ? this.unmatched(request)
      : problemOf(thrown, { ofRead: request.method === 'GET' });
    this.log(thrown, problem, request);
    if (reply.sent) return;
    request.roadbook.problem = problem.details;
    sendProblem(reply, problem, request.roadbook.correlationId);
  }

  private unmatched({ method, url }: FastifyRequest): Problem {
    const methods = this.routes.methodsAt(url);
    const isMethodWrong = methods.length > 0 && !methods.includes(method);
    return isMethodWrong ? methodNotAllowed(methods) : notFound();
  }

  private log(thrown: unknown, problem: Problem, request: FastifyRequest): void {
    const { status, type } = problem.details;
    if (status < 500) return;
    const { correlationId } = request.roadbook;
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const error =
      thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
    this.logger.error(`${route} ended with ${status}`, { type, correlationId }, error);
  }
}
