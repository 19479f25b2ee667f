import type { Problem } from '../problem/problem-details.js';
import * as problems from '../problem/problems.js';
import { refused } from '../problem/refusal-problem.js';

/** A problem of each status that a route can end with, made as the real ones are. */
const examples = {
  400: [
    problems.invalid([{ field: 'version', message: 'version must be a string' }]),
    problems.malformed('the body is not JSON'),
  ],
  401: [problems.unauthenticated('send a bearer token')],
  403: [
    problems.roleNotPermitted(['cio']),
    problems.projectNotPermitted('ask for a token that names this project'),
  ],
  404: [problems.notFound('there is no release 1.4.0')],
  406: [problems.notAcceptable('ask for application/json or text/markdown')],
  409: [
    refused({
      refused: [{ id: 'gates-passed', missing: 'waiting for quality of T-1', from: 'cqo' }],
    }),
    refused({
      violation: true,
      refused: [
        { id: 'plan-rehearsed', missing: 'the plan was never rehearsed', rule: 5, from: 'deployer' },
      ],
    }),
    problems.concurrentChange('read it again, and repeat the request'),
    problems.keyInUse(),
  ],
  412: [problems.preconditionFailed('it is at revision 12', { revision: 12 })],
  413: [problems.tooLarge('a body may have 1048576 bytes')],
  415: [problems.unsupportedMediaType('send application/json')],
  422: [
    problems.keyReused('take a new key for a new request'),
    problems.secretInText('note holds a GitHub token: take it out, and consider it disclosed', {
      field: 'note',
      shape: 'a GitHub token',
    }),
  ],
  500: [problems.internal()],
  503: [problems.unavailable('nothing was recorded; try again shortly')],
} satisfies Record<number, Problem[]>;

export type ProblemStatus = keyof typeof examples;

const correlationId = '0b6c0f5e-6d7e-4b0a-9a55-3f1f3a1c2d4e';

/** Named by the last part of their type, as OpenAPI wants examples. */
export const problemExamples = (status: ProblemStatus) =>
  Object.fromEntries(
    examples[status].map(({ details }) => [
      details.type.slice(details.type.lastIndexOf(':') + 1),
      { summary: details.title, value: { ...details, correlationId } },
    ]),
  );
