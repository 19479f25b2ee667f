import type { z } from 'zod';
import { objectOf } from './fields/say.js';
import type { Topic } from './topic.js';

/** A type of message: where it is found, what it says, and how it is checked. */
export interface MessageType<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** As it stands in the envelope: `roadbook.gate-reported.v1`. */
  readonly type: Type;
  readonly name: string;
  readonly version: number;
  /** It is taken on these topics and on no other. */
  readonly topics: readonly Topic[];
  /** Those of them on which a message that says this belongs. */
  topicsOf(data: z.output<Schema>): readonly Topic[];
  /** What it tells, in a sentence. */
  readonly summary: string;
  /** The URN of its schema, as it stands in the envelope. */
  readonly dataschema: string;
  readonly schema: Schema;
  /** An example that fits. */
  readonly example: z.input<Schema>;
}

/** As it is handed on: nobody changes what was said. */
type Fixed<Value> = Value extends readonly (infer One)[]
  ? readonly Fixed<One>[]
  : Value extends object
    ? { readonly [Field in keyof Value]: Fixed<Value[Field]> }
    : Value;

/** What a message of this type says. */
export type DataOf<Of extends MessageType> = Fixed<z.output<Of['schema']>>;

/** What has to be said in a message of this type, before its times are brought to UTC. */
export type InputOf<Of extends MessageType> = Fixed<z.input<Of['schema']>>;

/** Where what is said decides on the topic. */
interface TopicChoice<Data> {
  readonly among: readonly Topic[];
  of(data: Data): readonly Topic[];
}

interface Definition<Name extends string, Version extends number, Fields extends z.ZodRawShape> {
  readonly name: Name;
  /** A version only gains optional fields; anything else is a new version beside it. */
  readonly version: Version;
  readonly topic: Topic | TopicChoice<z.output<StrictObject<Fields>>>;
  readonly summary: string;
  /** The fields that it has; others are refused. */
  readonly data: Fields;
  readonly example: z.input<StrictObject<Fields>>;
}

type StrictObject<Fields extends z.ZodRawShape> = ReturnType<typeof objectOf<Fields>>;

export function defineMessage<
  const Name extends string,
  const Version extends number,
  Fields extends z.ZodRawShape,
>({
  name,
  version,
  topic,
  summary,
  data,
  example,
}: Definition<Name, Version, Fields>): MessageType<
  `roadbook.${Name}.v${Version}`,
  StrictObject<Fields>
> {
  return {
    type: `roadbook.${name}.v${version}`,
    name,
    version,
    ...topicsFrom(topic),
    summary,
    dataschema: `urn:roadbook:message:${name}:v${version}`,
    schema: objectOf(data),
    example,
  };
}

const topicsFrom = <Data>(topic: Topic | TopicChoice<Data>) =>
  'among' in topic
    ? { topics: topic.among, topicsOf: (data: Data) => topic.of(data) }
    : { topics: [topic], topicsOf: () => [topic] };
