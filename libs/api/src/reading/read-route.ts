import { applyDecorators, Header, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import type { Role } from '@roadbook/decider';
import { May, ProblemResponses } from '@roadbook/http';
import { readers } from '../answering/readers.js';
import { AnswerQuestion, isRevised } from './answer-question.js';
import { PositionHeader } from './asked-position.js';
import { listedAnswer } from './listed-answer.js';

interface ReadRouteOptions {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** Describes what is answered, or each item of a list. */
  readonly answer: Type<object>;
  readonly list?: boolean;
  /** Answered with its revision as its ETag, as `If-Match` of a command wants it. */
  readonly revised?: boolean;
  /** The beginning of the same answer as Markdown, where it can be had as that too. */
  readonly markdown?: string;
  /** Who may ask; by default everybody who reads, clients not among them. */
  readonly may?: readonly [Role, ...Role[]];
}

/**
 * Method decorator: a route that answers a question. Answers are not kept: most depend on the clock or on
 * other releases, so that an unchanged revision doesn't mean an unchanged answer.
 */
export const ReadRoute = (options: ReadRouteOptions): MethodDecorator => {
  const { operationId, summary, description, answer, list, revised = false, markdown } = options;
  const { may = readers } = options;
  const schema = list ? listedAnswer(answer) : { $ref: getSchemaPath(answer) };
  return applyDecorators(
    May(...may),
    Header('Cache-Control', 'no-store'),
    SetMetadata(isRevised, revised),
    UseInterceptors(AnswerQuestion),
    PositionHeader(),
    ApiOperation({ operationId, summary, description }),
    ApiExtraModels(answer),
    ApiOkResponse({
      description: 'The answer.',
      content: {
        'application/json': { schema },
        ...(markdown && { 'text/markdown': { schema: { type: 'string' }, example: markdown } }),
      },
      ...(revised && { headers: { ETag: etag } }),
    }),
    ProblemResponses(400, 401, 403, 404, ...(markdown ? ([406] as const) : []), 422, 503),
  );
};

const etag = {
  description: 'The revision, as If-Match wants it.',
  schema: { type: 'string', example: '"16"' },
} as const;
