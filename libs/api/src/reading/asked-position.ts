import { ApiHeader } from '@nestjs/swagger';
import type { Position } from '@roadbook/event-store';
import { headerOf, problems } from '@roadbook/http';
import type { FastifyRequest } from 'fastify';

const whole = /^\d{1,16}$/;

/**
 * The position that an asker has seen and wants to find, as a command was answered with it; `undefined` where none is named.
 * @throws Problem 400 for what was never one
 */
export function askedPosition(request: FastifyRequest): Position | undefined {
  const asked = headerOf(request, 'roadbook-position');
  if (asked === undefined) return undefined;
  const position = Number(asked);
  if (!whole.test(asked) || !Number.isSafeInteger(position))
    throw problems.malformed('Roadbook-Position must be the position of an answer: 17');
  return position;
}

/** Method decorator: describes the header. */
export const PositionHeader = (): MethodDecorator =>
  ApiHeader({
    name: 'Roadbook-Position',
    required: false,
    description:
      'The position of an answer to a command of this service: what was recorded up to there is in this answer, from whichever replica; 503 when that takes longer than 2 s.',
    schema: { type: 'integer', minimum: 0 },
    example: 17,
  });
