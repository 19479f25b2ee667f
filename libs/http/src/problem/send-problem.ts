import type { FastifyReply } from 'fastify';
import { problemMediaType } from './problem-details.js';
import type { Problem } from './problem-details.js';

/** @param correlationId under which the log tells more */
export function sendProblem(reply: FastifyReply, problem: Problem, correlationId: string): void {
  void reply
    .code(problem.details.status)
    .headers(problem.headers)
    .type(problemMediaType)
    .send(JSON.stringify({ ...problem.details, correlationId }));
}
