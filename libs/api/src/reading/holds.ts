import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';

type What = ApiPropertyOptions | (() => Type<object>);

/** One of these words. */
export const words = (all: readonly string[]): ApiPropertyOptions => ({
  type: 'string',
  enum: [...all],
});

export const hardRule = { type: 'integer', enum: [1, 2, 3, 4, 5] } as const;

/**
 * Property decorator: describes a field of an answer whose type alone does not tell OpenAPI enough. What it means, and an example,
 * stand in its comment.
 */
export const Holds = (what: What, { orNull = false } = {}): PropertyDecorator =>
  ApiProperty({
    ...(typeof what === 'function' ? { type: () => what() } : what),
    ...(orNull && { nullable: true }),
  });

/** Property decorator: the same for a list. */
export const HoldsAll = (what: What): PropertyDecorator =>
  ApiProperty(typeof what === 'function' ? { type: () => [what()] } : { ...what, isArray: true });
