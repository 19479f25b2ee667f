import { Poison } from '../poison.js';
import { text } from './attributes.js';
import type { Addressed } from './envelope.js';
import { binary } from './in-message.js';
import { essenceOf, mediaType } from './media-type.js';
import { fromBatch, fromStructured, keyOf } from './structured.js';

/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md */
const prefix = 'ce-';

/** A request as Node.js has it: names of headers in lower case. */
export interface RequestOfEvents {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/**
 * The events that a request carries: one in binary or structured mode, or a batch. The key of each is its extension `partitionkey`, or
 * else what it is about.
 * @throws Poison for what is no valid CloudEvent; one of a batch spoils all
 */
export function envelopesIn({ headers, body }: RequestOfEvents): Addressed[] {
  const contentType = single(headers['content-type']);
  const essence = essenceOf(contentType);
  if (essence === mediaType.batch) return fromBatch(body);
  if (essence === mediaType.structured) return [fromStructured(body)];
  if (essence.startsWith(mediaType.anyCloudEvent))
    throw new Poison(`events must be ${mediaType.structured} or ${mediaType.batch}`);
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith(prefix) && value !== undefined)
      attributes.set(name.slice(prefix.length), decoded(single(value) ?? ''));
  const envelope = binary(attributes, contentType, body);
  return [{ key: keyOf(text(attributes, 'partitionkey'), envelope), envelope }];
}

function single(value: string | readonly string[] | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new Poison('an attribute is given twice');
}

/**
 * Attributes are percent-encoded in HTTP headers; a value in quotes is one that an older sender wrote. Node.js joins what is given twice by
 * a comma and a space, and no encoded value has a space.
 */
function decoded(value: string): string {
  if (value.includes(', ') && !value.startsWith('"'))
    throw new Poison('an attribute is given twice');
  const unquoted = /^"(?:[^"\\]|\\.)*"$/.test(value)
    ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
    : value;
  try {
    return decodeURIComponent(unquoted);
  } catch {
    throw new Poison('an attribute is not percent-encoded as UTF-8');
  }
}
