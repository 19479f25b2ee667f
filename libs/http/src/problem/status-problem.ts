import { STATUS_CODES } from 'node:http';
import { requestLimits } from '../app/limits.js';
import type { Problem } from './problem-details.js';
import * as problems from './problems.js';

/** The problem for an HTTP status. `detail` must not repeat what the client sent. */
export function statusProblem(status: number, detail?: string): Problem {
  switch (status) {
    case 400:
      return problems.malformed(detail);
    case 401:
      return problems.unauthenticated(detail ?? 'send a bearer token');
    case 404:
      return problems.notFound(detail);
    case 406:
      return problems.notAcceptable(detail);
    case 409:
      return problems.concurrentChange(detail);
    case 412:
      return problems.preconditionFailed(detail);
    case 413:
      return problems.tooLarge(`a body may have ${requestLimits.bodyBytesMax} bytes`);
    case 415:
      return problems.unsupportedMediaType(detail);
    case 500:
      return problems.internal();
    case 503:
      return problems.unavailable(detail ?? 'try again shortly');
    default:
      return named(status, detail);
  }
}

function named(status: number, detail?: string): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  return problems.other(status, title.toLowerCase().replaceAll(/[^a-z]+/g, '-'), title, detail);
}
