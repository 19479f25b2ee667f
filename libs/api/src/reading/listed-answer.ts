import type { Type } from '@nestjs/common';
import { getSchemaPath } from '@nestjs/swagger';

/** The schema of a page of a list, as `Listed` has it. */
export const listedAnswer = (item: Type<object>) => ({
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: { $ref: getSchemaPath(item) } },
    next: {
      type: 'string',
      nullable: true,
      description: 'The cursor of the page behind; null on the last one.',
      example: null,
    },
  },
});
