import { HttpException } from '@nestjs/common';
import type { Refusal } from '@roadbook/decider';
import { fastifyProblem } from './fastify-problem.js';
import { Problem } from './problem-details.js';
import { internal } from './problems.js';
import { refused } from './refusal-problem.js';
import { statusProblem } from './status-problem.js';
import { storeProblem } from './store-problem.js';

/** Whatever was thrown, as the problem that the client of a read or of a command is told. What nobody foresaw tells nothing but that. */
export function problemOf(thrown: unknown, { ofRead = false } = {}): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isRefusal(thrown)) return refused(thrown);
  if (!(thrown instanceof Error)) return internal();
  return (
    storeProblem(thrown, ofRead) ?? fastifyProblem(thrown) ?? nestProblem(thrown) ?? internal()
  );
}

function nestProblem(error: Error): Problem | undefined {
  if (!(error instanceof HttpException)) return undefined;
  const fromFastify = error.cause instanceof Error ? fastifyProblem(error.cause) : undefined;
  return fromFastify ?? statusProblem(error.getStatus(), error.message);
}

const isRefusal = (thrown: unknown): thrown is Refusal =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'refused' in thrown &&
  Array.isArray(thrown.refused) &&
  thrown.refused.length > 0;
