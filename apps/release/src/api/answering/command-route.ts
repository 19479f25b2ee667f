import { applyDecorators, HttpCode } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import { AnswerWith, CommandHeaders, May, ProblemResponses } from '@roadbook/http';
import {
  answerPermissions,
  releasePermissions,
  roadPermissions,
} from '../../domain/permissions.js';
import { CommandDto } from '../asking/command.dto.js';
import { AcceptedDto } from './accepted.dto.js';
import type { Made } from './address.js';
import { answerOutcome } from './answer-outcome.js';

const permissions = { ...releasePermissions, ...roadPermissions, ...answerPermissions };

interface CommandRouteOptions {
  readonly summary: string;
  readonly description?: string;
  readonly answer?: Type<AcceptedDto>;
  /** The command has no fields of its own, so that its body can be left out. */
  readonly bodiless?: boolean;
  /** Where what the command makes has an address of its own. */
  readonly address?: (made: Made) => string;
}

/** Method decorator: a route that gives this command, for the roles that the table of roles gives it to. */
export const CommandRoute = (
  command: keyof typeof permissions,
  { summary, description, answer = AcceptedDto, bodiless, address }: CommandRouteOptions,
): MethodDecorator => {
  const operationId = command.charAt(0).toLowerCase() + command.slice(1);
  return applyDecorators(
    May(...forTokens(permissions[command])),
    HttpCode(200),
    CommandHeaders(),
    AnswerWith(answerOutcome(address)),
    ApiOperation({ summary, description, operationId }),
    ...(bodiless ? [ApiBody({ type: CommandDto, required: false })] : []),
    ...(address ? [Accepted(201, 'It was made.', answer)] : []),
    Accepted(200, address ? 'There was nothing new to make.' : 'It was carried out.', answer),
    ProblemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
  );
};

const Accepted = (status: 200 | 201, description: string, type: Type<AcceptedDto>) =>
  ApiResponse({
    status,
    description,
    type,
    headers: {
      ETag: { description: 'The revision, as If-Match wants it.', schema: { type: 'string' } },
      ...(status === 201 && {
        Location: { description: 'Where it is from now on.', schema: { type: 'string' } },
      }),
    },
  });

/** `system` is what Roadbook does by itself; no token has it. */
function forTokens(permitted: readonly Role[]): [Role, ...Role[]] {
  const [first, ...rest] = permitted.filter((role) => role !== 'system');
  if (!first) throw new Error('a route is for at least one role that a token can have');
  return [first, ...rest];
}

/** Every role that a token can have. */
export const everybody = forTokens(roles);

/** Everybody who reads: a client sees only what is published to clients. */
export const readers = forTokens(roles.filter((role) => role !== 'client'));
