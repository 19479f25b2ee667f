import { Poison } from '../poison.js';
import { attributeCharactersMax, envelopeOf, specVersion, text } from './attributes.js';
import type { Addressed, Envelope } from './envelope.js';
import { jsonOf, textOf } from './json-of.js';
import { givesNameTwice } from './gives-name-twice.js';

/** An event in the JSON event format: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export function structured({ data, ...attributes }: Envelope): object {
  return { specversion: specVersion, ...attributes, data };
}

/** @throws Poison */
export function fromStructured(body: Uint8Array): Addressed {
  const json = textOf(body);
  const event = jsonOf(json);
  refuseTwice(json, 1);
  return addressed(event);
}

/** @throws Poison that says which event it is about, counted from 1 */
export function fromBatch(body: Uint8Array): Addressed[] {
  const json = textOf(body);
  const events = jsonOf(json);
  if (!Array.isArray(events)) throw new Poison('a batch is a list of events');
  refuseTwice(json, 2);
  return events.map((event: unknown, index) => {
    try {
      return addressed(event);
    } catch (error) {
      throw error instanceof Poison
        ? new Poison(`event ${index + 1} of the batch: ${error.reason}`, { cause: error })
        : error;
    }
  });
}

function refuseTwice(json: string, depth: number): void {
  if (givesNameTwice(json, depth)) throw new Poison('an attribute is given twice');
}

/** The key is the extension `partitionkey`, or else what the event is about. */
function addressed(event: unknown): Addressed {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw new Poison('an event is an object');
  const { data, data_base64: inBase64, ...rest } = event as Record<string, unknown>;
  if (inBase64 !== undefined)
    throw new Poison('the data must stand in data, as JSON, and not in data_base64');
  if (data === undefined) throw new Poison('the data is missing');
  // The JSON format takes data without a content type for JSON.
  const attributes = new Map<string, unknown>(
    Object.entries({ datacontenttype: 'application/json', ...rest }),
  );
  const envelope = envelopeOf(attributes, data);
  return { key: keyOf(text(attributes, 'partitionkey'), envelope), envelope };
}

export const keyOf = (partitionKey: string | undefined, { subject, id }: Envelope): string =>
  (partitionKey ?? subject ?? id).slice(0, attributeCharactersMax);
