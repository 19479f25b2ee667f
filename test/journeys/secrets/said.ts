import { messageTypes } from '@roadbook/contracts';
import type { MessageType } from '@roadbook/contracts';
import { jsonSchemaOf } from '@roadbook/contracts/schema';
import { textFields, wayTold } from './text-fields.js';
import type { Schema, Way } from './text-fields.js';

/** A place of a message where it has a text. */
export interface Said {
  readonly of: MessageType;
  /** Within the data. */
  readonly way: Way;
  readonly field: string;
}

const nowhere = (ref: string): never => {
  throw new Error(`${ref} is nowhere`);
};

/** Every text that a message of this type has. */
export const textsOf = (of: MessageType): Said[] =>
  textFields(jsonSchemaOf(of) as Schema, nowhere).map((way) => ({
    ...{ of, way },
    field: `data.${wayTold(way)}`,
  }));

/** Those of every type on the topics of this name. */
export const textsOn = (...names: readonly string[]): Said[] =>
  messageTypes
    .filter(({ topics }) => topics.some(({ name }) => names.includes(name)))
    .flatMap(textsOf);
