import { applyDecorators, HttpCode } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Role } from '@roadbook/decider';
import { AnswerWith, CommandHeaders, May, ProblemResponses } from '@roadbook/http';
import { CommandDto } from '../asking/command.dto.js';
import { AcceptedDto } from './accepted.dto.js';
import { answerOutcome } from './answer-outcome.js';
import type { Answering } from './answer-outcome.js';
import { forTokens } from './readers.js';

/** What the routes of a service's commands have in common. */
export interface CommandRoutes<Command extends string> extends Omit<Answering, 'addressOf'> {
  /** The service's table of roles: who may give which command. */
  readonly permissions: Readonly<Record<Command, readonly Role[]>>;
}

export interface CommandRouteOptions {
  readonly summary: string;
  readonly description?: string;
  readonly answer?: Type<AcceptedDto>;
  /** The command has no fields of its own, so that its body can be left out. */
  readonly bodiless?: boolean;
  /** Where what the command makes has an address of its own. */
  readonly address?: Answering['addressOf'];
}

/** Makes the method decorator of a service: a route that gives a command, for the roles that the table of roles gives it to. */
export const commandRoutes =
  <Command extends string>({ permissions, ...answering }: CommandRoutes<Command>) =>
  (command: Command, options: CommandRouteOptions): MethodDecorator => {
    const { summary, description, answer = AcceptedDto, bodiless, address } = options;
    const operationId = command.charAt(0).toLowerCase() + command.slice(1);
    return applyDecorators(
      May(...forTokens(permissions[command])),
      HttpCode(200),
      CommandHeaders(),
      AnswerWith(answerOutcome({ ...answering, addressOf: address })),
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
