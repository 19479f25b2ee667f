import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** Method decorator: describes the headers that every command takes. */
export const CommandHeaders = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Only at this revision: the ETag of an answer before, else 412.',
      schema: { type: 'string' },
      example: '"12"',
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'A repeat with the same key within 24 hours gets the first answer again; with another body 422, and 409 with Retry-After while the first is under way.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: 'pipeline-4711-tag',
    }),
    ApiHeader({
      name: 'Roadbook-Role',
      required: false,
      description: 'The role to act in, for a caller who has several that may do this.',
      schema: { type: 'string' },
      example: 'cio',
    }),
  );
