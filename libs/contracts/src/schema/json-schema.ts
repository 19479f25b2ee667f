import { z } from 'zod';
import type { MessageType } from '../message.js';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The name of the file that has the schema, in the folder of all schemas. */
export const schemaFileOf = ({ name, version }: MessageType): string =>
  `${name}.v${String(version)}.json`;

/** The JSON Schema (draft 2020-12) of what a message says, as it is sent. */
export function jsonSchemaOf({
  name,
  dataschema,
  summary,
  schema,
  example,
}: MessageType): JsonSchema {
  const { $schema, ...rules } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: dataschema,
    title: name,
    description: summary,
    ...rules,
    examples: [example],
  };
}
