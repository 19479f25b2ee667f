import type { ProblemDetails } from '../problem/problem-details.js';

const decided: ReadonlySet<number> = new Set([409, 410, 422]);

/**
 * Whether a repeat would have to get the same answer: the command was carried out, or the domain refused it.
 * Everything else (a request that can't be read, a token, a missing resource, a precondition, a conflict of
 * two writers, trouble of this system) changed and decided nothing, and the repeat is tried anew.
 */
export function isFinal(status: number, problem: ProblemDetails | undefined): boolean {
  if (problem === undefined) return status < 400;
  return decided.has(status) && !problem.type.startsWith('urn:roadbook:problem:');
}
