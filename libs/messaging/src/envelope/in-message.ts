import type { Message } from '../messaging.js';
import { Poison } from '../poison.js';
import { envelopeOf, specVersion } from './attributes.js';
import type { Addressed, Envelope } from './envelope.js';
import { jsonOf, textOf } from './json-of.js';
import { essenceOf, mediaType } from './media-type.js';
import { refuseSecrets } from './refuse-secrets.js';
import { fromStructured } from './structured.js';

/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md */
const prefix = 'ce_';
const contentType = 'content-type';

/** The event as a message in binary mode: attributes in headers, data in the body. */
export function messageOf({ key, envelope }: Addressed): Message {
  const { data, datacontenttype, ...attributes } = envelope;
  const given: Record<string, unknown> = { specversion: specVersion, ...attributes };
  const headers = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [prefix + name, String(value)] as const);
  return {
    key,
    headers: { [contentType]: datacontenttype, ...Object.fromEntries(headers) },
    body: Buffer.from(JSON.stringify(data)),
  };
}

/** A message, as far as its event is read from it. */
type Carrying = Partial<Pick<Message, 'key'>> & Pick<Message, 'headers' | 'body'>;

/**
 * The event that a message carries, in binary or structured mode. No text of it, of the key or of a header looks like a secret.
 * @throws Poison for what is no valid CloudEvent, and for what looks like a secret, with a sentence that repeats nothing of it
 */
export function envelopeIn(message: Carrying): Envelope {
  const envelope = read(message);
  refuseSecrets(message, envelope);
  return envelope;
}

function read({ headers, body }: Carrying): Envelope {
  const essence = essenceOf(headers[contentType]);
  if (essence === mediaType.structured) return fromStructured(body).envelope;
  if (essence.startsWith(mediaType.anyCloudEvent))
    throw new Poison(`a message in structured mode must be ${mediaType.structured}`);
  const attributes = new Map(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
  return binary(attributes, headers[contentType], body);
}

/** An event in binary mode, whose attributes were taken out of headers. */
export function binary(
  attributes: ReadonlyMap<string, string>,
  dataContentType: string | undefined,
  body: Uint8Array,
): Envelope {
  if (attributes.size === 0)
    throw new Poison(
      'this is no CloudEvent: it has neither attributes nor the content type of one',
    );
  if (attributes.has('datacontenttype'))
    throw new Poison('an attribute is given twice: the content type of the data is content-type');
  const all = new Map<string, unknown>(attributes);
  if (dataContentType !== undefined) all.set('datacontenttype', dataContentType);
  // What is wrong with the attributes says more than what is wrong with the data.
  const { data: _, ...envelope } = envelopeOf(all, undefined);
  return { ...envelope, data: jsonOf(textOf(body)) };
}
