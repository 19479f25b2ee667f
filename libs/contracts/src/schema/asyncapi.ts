import type { MessageType } from '../message.js';
import { messageTypes, topics } from '../registry.js';
import type { Direction, Topic } from '../topic.js';
import { cloudEventHeaders, exampleHeadersOf, headersOf } from './cloud-event.js';
import { schemaFileOf } from './json-schema.js';
import type { JsonSchema } from './json-schema.js';

/**
 * The topics and their messages as an AsyncAPI document.
 * @param schemas the folder of the schema files, as the document refers to it
 */
export const asyncApiDocument = (schemas: string): JsonSchema => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Roadbook: messages',
    version: '1',
    description: intro,
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    tags: Object.values(tags),
  },
  defaultContentType: 'application/json',
  channels: byKey(topics.map((topic) => [keyOf(topic.name), channelOf(topic)])),
  operations: byKey(topics.flatMap(operationsOn)),
  components: {
    messages: byKey(messageTypes.map((of) => [keyOf(of.type), messageOf(of, schemas)])),
    messageTraits: {
      cloudEvent: {
        contentType: 'application/json',
        headers: cloudEventHeaders,
        correlationId: {
          description: 'The same for everything that follows from one request.',
          location: '$message.header#/ce_correlationid',
        },
        bindings: { kafka: { key: messageKey } },
      },
    },
  },
});

const intro = [
  'What the services of Roadbook tell each other and anybody who wants to know, and what others tell Roadbook.',
  'Messages are CloudEvents 1.0 with JSON data: binary mode on the wire, structured mode is accepted.',
  'Delivery is at least once, in order for one key. A version of a type only gains optional fields;',
  'anything else is a new version beside it.',
].join(' ');

const tags: Readonly<Record<Direction, { name: string; description: string }>> = {
  in: { name: 'in', description: 'Others write, Roadbook reads.' },
  out: { name: 'out', description: 'Roadbook writes, others read.' },
  between: { name: 'between', description: 'Services of Roadbook among themselves.' },
};

const messageKey: JsonSchema = {
  type: 'string',
  description:
    'The same as the subject: `project/version` for whatever is about one release, else `project`.',
  examples: ['shop/1.4.0', 'shop'],
};

const messageTypesOn = (topic: Topic): MessageType[] =>
  messageTypes.filter((of) => of.topics.includes(topic));

const channelOf = (topic: Topic): JsonSchema => ({
  address: topic.name,
  title: topic.name,
  summary: topic.summary,
  tags: [tags[topic.direction]],
  messages: byKey(
    messageTypesOn(topic).map(({ type }) => [
      keyOf(type),
      { $ref: `#/components/messages/${keyOf(type)}` },
    ]),
  ),
});

const actions = { in: ['receive'], out: ['send'], between: ['send', 'receive'] } as const;

const operationsOn = (topic: Topic): [string, JsonSchema][] =>
  actions[topic.direction].map((action) => [
    `${action}-${keyOf(topic.name)}`,
    {
      action,
      channel: { $ref: `#/channels/${keyOf(topic.name)}` },
      summary: topic.summary,
      description: `Roadbook ${action}s messages of the topic ${topic.name}.`,
      tags: [tags[topic.direction]],
      messages: messageTypesOn(topic).map(({ type }) => ({
        $ref: `#/channels/${keyOf(topic.name)}/messages/${keyOf(type)}`,
      })),
    },
  ]);

const messageOf = (of: MessageType, schemas: string): JsonSchema => ({
  name: of.type,
  title: of.name,
  summary: of.summary,
  headers: headersOf(of),
  payload: { $ref: `${schemas}/${schemaFileOf(of)}` },
  traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
  examples: [{ name: of.name, headers: exampleHeadersOf(of), payload: of.example }],
});

/** A name that can stand in a reference: without dots. */
const keyOf = (name: string): string => name.replace(/^roadbook\./, '').replaceAll('.', '-');

const byKey = (entries: readonly (readonly [string, JsonSchema])[]): JsonSchema =>
  Object.fromEntries(entries);
