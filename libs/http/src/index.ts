export { AnswerWith } from './answer/answer-with.js';
export type { MakeAnswer } from './answer/answer-with.js';
export { configureHttpApp } from './app/configure-http-app.js';
export { createHttpApp } from './app/create-http-app.js';
export type { HttpAppOptions } from './app/create-http-app.js';
export { httpAdapter } from './app/http-adapter.js';
export { requestLimits } from './app/limits.js';
export { BodyReadBy } from './body/body-read-by.js';
export type { BodyReader, SentBody } from './body/body-read-by.js';
export { headerOf } from './context/header-of.js';
export { Caller, RequestOrigin } from './context/parameters.js';
export { RequestContext } from './context/request-context.js';
export type { EventStream, ServerSentEvent } from './event-stream/event-stream.js';
export { EventStreams } from './event-stream/event-streams.js';
export { HealthController } from './health/health-controller.js';
export {
  IdempotencyStore,
  StoreUnavailable,
  answerKeptMs,
  claimKeptMs,
} from './idempotency/idempotency-store.js';
export type { Claim, KeyedRequest, StoredAnswer } from './idempotency/idempotency-store.js';
export { May, Public } from './identity/access.js';
export type { Access } from './identity/access.js';
export { actingRole } from './identity/acting-role.js';
export { ActorIds, actorKeyIn } from './identity/actor-ids.js';
export { signDevelopmentToken } from './identity/development-token.js';
export type { DevelopmentToken } from './identity/development-token.js';
export { assertProject } from './identity/identity.js';
export type { Identity } from './identity/identity.js';
export { openTokenVerifier } from './identity/open-token-verifier.js';
export { signToken } from './identity/sign-token.js';
export type { TokenHolder } from './identity/sign-token.js';
export { keySetFor, readSigningKey, signingKeyIn } from './identity/signing-key.js';
export { TokenVerifier } from './identity/token-verifier.js';
export { negotiate } from './negotiation/negotiate.js';
export { apiDocument, describeApis } from './openapi/describe-api.js';
export type { ApiDescription, DescribedApi } from './openapi/describe-api.js';
export { ProblemModel } from './openapi/problem-model.js';
export { ProblemResponses } from './openapi/problem-responses.js';
export { cursorOf, positionOf } from './paging/cursor.js';
export type { Position } from './paging/cursor.js';
export { Problem, problemMediaType } from './problem/problem-details.js';
export type { ProblemDetails } from './problem/problem-details.js';
export { problemOf } from './problem/problem-of.js';
export * as problems from './problem/problems.js';
export { conditionType, refusalProblem, refused, ruleType } from './problem/refusal-problem.js';
export { etagOf } from './revision/etag.js';
export { CommandHeaders, IfMatch } from './revision/if-match.js';
export { assertPrecondition, preconditionOf } from './revision/precondition.js';
export type { Precondition } from './revision/precondition.js';
export { SecretDigests, settingsKeyIn } from './secrets/secret-digests.js';
export { TakesSecret } from './secrets/secret-field.js';
export { refuseSecretIn } from './secrets/secret-hooks.js';
export { NoFields } from './validation/no-fields.js';
export { RequestValidationPipe } from './validation/validation-pipe.js';
