import type { Role } from '@roadbook/decider';
import { Problem } from './problem-details.js';

/** What is wrong with one field of a request. Never holds the value. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Most of what is not there now is there in a moment. */
const soonSeconds = 1;

const retryAfter = (seconds: number) => ({ 'Retry-After': String(seconds) });

const problem =
  (status: number, id: string, title: string) =>
  (detail?: string, members: object = {}, headers?: Record<string, string>) =>
    new Problem({ type: `urn:roadbook:problem:${id}`, title, status, detail, ...members }, headers);

const unauthenticatedAs = problem(401, 'unauthenticated', 'A valid bearer token is needed');
const roleNotPermittedAs = problem(403, 'role-not-permitted', 'Your role may not do this');
const invalidAs = problem(400, 'invalid-request', 'The request is not valid');
const notAllowedAs = problem(405, 'method-not-allowed', 'This address has other methods');
const keyInUseAs = problem(
  409,
  'idempotency-key-in-use',
  'The first request with this key is still under way',
);
const unavailableAs = problem(503, 'unavailable', 'Roadbook cannot answer now');

export const malformed = problem(400, 'malformed-request', 'The request cannot be read');

export const unknownMark = () =>
  malformed('no event here has this mark: leave Last-Event-ID out to read from the oldest');

export const invalid = (errors: readonly FieldError[]) =>
  invalidAs(errors.map(({ field, message }) => `${field}: ${message}`).join('; '), { errors });

/** @param error what is wrong with the token that was sent; absent when none was */
export const unauthenticated = (detail: string, error?: string) =>
  unauthenticatedAs(
    detail,
    {},
    {
      'WWW-Authenticate':
        error === undefined
          ? 'Bearer realm="roadbook"'
          : `Bearer realm="roadbook", error="invalid_token", error_description="${error}"`,
    },
  );

/** @param what only they may do */
export const roleNotPermitted = (permitted: readonly Role[], what = 'do this') =>
  roleNotPermittedAs(`only ${permitted.join(', ')} may ${what}`, { permitted });

export const projectNotPermitted = problem(
  403,
  'project-not-permitted',
  'Your token is for another project',
);

export const notFound = problem(404, 'not-found', 'There is nothing at this address');

export const methodNotAllowed = (allowed: readonly string[]) =>
  notAllowedAs(`use ${allowed.join(', ')}`, {}, { Allow: allowed.join(', ') });

export const notAcceptable = problem(406, 'not-acceptable', 'No such representation');

export const concurrentChange = problem(
  409,
  'concurrent-change',
  'It was changed by somebody else meanwhile',
);

export const keyInUse = () =>
  keyInUseAs('wait for its answer, then repeat the request', {}, retryAfter(soonSeconds));

export const preconditionFailed = problem(
  412,
  'precondition-failed',
  'It is not at the revision that you named',
);

export const tooLarge = problem(413, 'too-large', 'The request is too large');

export const unsupportedMediaType = problem(
  415,
  'unsupported-media-type',
  'The body has a media type that is not read here',
);

export const keyReused = problem(
  422,
  'idempotency-key-reused',
  'This key was used for another request',
);

export const secretInText = problem(422, 'secret-in-text', 'A text looks like a secret');

export const internal = problem(500, 'internal', 'Something went wrong in Roadbook');

export const unavailable = (detail: string, retryAfterSeconds = soonSeconds) =>
  unavailableAs(detail, {}, retryAfter(retryAfterSeconds));

/** For a status that has no problem of its own here. */
export const other = (status: number, id: string, title: string, detail?: string) =>
  problem(status, id, title)(detail);
