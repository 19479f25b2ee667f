import { STATUS_CODES } from 'node:http';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, refs } from '@nestjs/swagger';
import { problemMediaType } from '../problem/problem-details.js';
import { problemExamples } from './problem-examples.js';
import type { ProblemStatus } from './problem-examples.js';
import { ProblemModel } from './problem-model.js';

/** Class or method decorator: describes the problems that a route can end with, an example for each kind. */
export const ProblemResponses = (
  ...statuses: readonly ProblemStatus[]
): ClassDecorator & MethodDecorator => {
  const [schema] = refs(ProblemModel);
  return applyDecorators(
    ApiExtraModels(ProblemModel),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: STATUS_CODES[status] ?? '',
        content: { [problemMediaType]: { schema, examples: problemExamples(status) } },
      }),
    ),
  );
};
