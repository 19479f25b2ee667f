import type { Problem } from './problem-details.js';
import { statusProblem } from './status-problem.js';

/** What Fastify's own errors say, in words that don't repeat what the client sent. */
const details: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'the address has a percent sign that encodes nothing',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'the body is empty: leave the Content-Type out, or send JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'the body has another length than Content-Length says',
  FST_ERR_CTP_INVALID_JSON_BODY: 'the body is not JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'send application/json',
  FST_ERR_MAX_PARAM_LENGTH: 'a part of the address is too long',
};

/** `undefined` for anything but an error of Fastify that is the client's. */
export function fastifyProblem(error: Error): Problem | undefined {
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return undefined;
  return statusProblem(statusCode, typeof code === 'string' ? details[code] : undefined);
}
