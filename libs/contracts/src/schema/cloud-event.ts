import { messageId } from '../encode.js';
import type { MessageType } from '../message.js';
import { subjectOf } from '../about.js';
import type { About } from '../about.js';
import type { JsonSchema } from './json-schema.js';

const attribute = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});

/** The headers of a CloudEvent in binary mode, as every message has them. */
export const cloudEventHeaders: JsonSchema = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'content-type'],
  properties: {
    'content-type': attribute('What the body is.', { const: 'application/json' }),
    ce_specversion: attribute('Of CloudEvents.', { const: '1.0' }),
    ce_id: attribute('Together with the source it identifies the message: a repeat has the same.', {
      minLength: 1,
      maxLength: 256,
    }),
    ce_source: attribute('Who says it, as a URI reference.', { format: 'uri-reference' }),
    ce_type: attribute('The type of the message with its version.'),
    ce_subject: attribute(
      'What it is about: the project and, where it is about a release, its version.',
    ),
    ce_time: attribute('When the message came to be.', { format: 'date-time' }),
    ce_dataschema: attribute('The schema of the body.', { format: 'uri' }),
    ce_correlationid: attribute('The same for everything that follows from one request.'),
    ce_causationid: attribute('The event or message that led to this one.'),
    ce_streamrevision: attribute(
      'The revision of the event that is told of: tells an older message from a newer one.',
      { pattern: '^[0-9]{1,16}$' },
    ),
  },
};

/** What tells the type in the headers. */
export const headersOf = ({ type, dataschema }: MessageType): JsonSchema => ({
  type: 'object',
  properties: { ce_type: { const: type }, ce_dataschema: { const: dataschema } },
});

const someEvent = '2ed6657d-e927-568b-95e1-2665a8aea6a2';

/** The headers of an example. */
export const exampleHeadersOf = (of: MessageType): JsonSchema => ({
  'content-type': 'application/json',
  ce_specversion: '1.0',
  ce_id: messageId(of, someEvent),
  ce_source: 'urn:example:ci',
  ce_type: of.type,
  ce_subject: subjectOf(of.example as About),
  ce_time: '2026-03-02T08:00:00.000Z',
  ce_dataschema: of.dataschema,
});
