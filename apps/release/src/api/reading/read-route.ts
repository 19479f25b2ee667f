import { applyDecorators, UseInterceptors } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ApiResponseOptions } from '@nestjs/swagger';
import { May, ProblemResponses } from '@roadbook/http';
import { readers } from '../answering/command-route.js';
import { AnswerQuestion } from './answer-question.js';

interface ReadRouteOptions {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** What it answers: an example, or a class that describes it. */
  readonly answer: Type<object> | object;
}

/** Method decorator: a route that answers a question, for everybody who reads. */
export const ReadRoute = ({
  operationId,
  summary,
  description,
  answer,
}: ReadRouteOptions): MethodDecorator =>
  applyDecorators(
    May(...readers),
    UseInterceptors(AnswerQuestion),
    ApiOperation({ operationId, summary, description }),
    ApiOkResponse(described(answer)),
    ProblemResponses(400, 401, 403, 404, 503),
  );

const described = (answer: Type<object> | object): ApiResponseOptions =>
  typeof answer === 'function'
    ? { description: 'The answer.', type: answer as Type<object> }
    : { description: 'The answer.', schema: { type: 'object', example: answer } };
