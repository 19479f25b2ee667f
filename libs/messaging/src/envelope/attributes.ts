import { inUtc, ofTheYears } from '@roadbook/process';
import { Poison } from '../poison.js';
import type { Envelope } from './envelope.js';

/** What was found beside the data, by name. Values are texts, except in JSON, where a number or a boolean can be one. */
export type Attributes = ReadonlyMap<string, unknown>;

export const specVersion = '1.0';
export const attributeCharactersMax = 500;
const revisionMax = 2 ** 31 - 1;

/** https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#naming-conventions */
const attributeName = /^[a-z0-9]+$/;
/** What no attribute may hold: control characters, noncharacters, and halves of surrogate pairs. */
const unspeakable = /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
/** No spaces and nothing that an address would have to escape. */
const uriReference = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;
const json = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;

/**
 * What the attributes say, checked. Those that Roadbook doesn't know are left out.
 * @throws Poison with a sentence that names the attribute, and never its value
 */
export function envelopeOf(attributes: Attributes, data: unknown): Envelope {
  for (const name of attributes.keys())
    if (!attributeName.test(name))
      throw new Poison('an attribute has a name that is not of letters in lower case and digits');
  if (needed(attributes, 'specversion') !== specVersion)
    throw new Poison(`specversion must be ${specVersion}`);
  const contentType = needed(attributes, 'datacontenttype');
  if (!json.test(contentType)) throw new Poison('the data must be application/json, in UTF-8');
  return {
    id: needed(attributes, 'id'),
    source: sourceIn(attributes),
    type: needed(attributes, 'type'),
    ...optional(attributes, 'subject'),
    time: timeIn(attributes),
    datacontenttype: 'application/json',
    ...schemaIn(attributes),
    ...optional(attributes, 'correlationid'),
    ...optional(attributes, 'causationid'),
    ...revisionIn(attributes),
    data,
  };
}

/** A text that must be there. */
function needed(attributes: Attributes, name: string): string {
  const value = text(attributes, name);
  if (value === undefined) throw new Poison(`${name} is missing`);
  return value;
}

const optional = <Name extends string>(
  attributes: Attributes,
  name: Name,
): Partial<Record<Name, string>> => {
  const value = text(attributes, name);
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
};

/** A text of the attributes; in JSON, null stands for one that is absent. */
export function text(attributes: Attributes, name: string): string | undefined {
  const value = attributes.get(name) ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Poison(`${name} must be a text`);
  if (value === '') throw new Poison(`${name} is empty`);
  if (value.length > attributeCharactersMax)
    throw new Poison(`${name} is longer than ${attributeCharactersMax} characters`);
  if (unspeakable.test(value))
    throw new Poison(`${name} holds a character that no attribute may hold`);
  return value;
}

function sourceIn(attributes: Attributes): string {
  const source = needed(attributes, 'source');
  if (!uriReference.test(source)) throw new Poison('source must be a URI reference');
  return source;
}

function schemaIn(attributes: Attributes): { dataschema?: string } {
  const { dataschema } = optional(attributes, 'dataschema');
  if (dataschema === undefined) return {};
  if (!uriReference.test(dataschema) || !URL.canParse(dataschema))
    throw new Poison('dataschema must be an absolute URI');
  return { dataschema };
}

function timeIn(attributes: Attributes): string {
  const instant = inUtc(needed(attributes, 'time'));
  if (instant === undefined)
    throw new Poison(
      `time must be a time with an offset (RFC 3339), ${ofTheYears}, such as 2026-03-01T14:00:00Z`,
    );
  return instant;
}

/** In JSON it is a number; in a header it is written in digits. */
function revisionIn(attributes: Attributes): { streamrevision?: number } {
  const value = attributes.get('streamrevision') ?? undefined;
  if (value === undefined) return {};
  const revision = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  if (!Number.isInteger(revision) || Number(revision) < 0 || Number(revision) > revisionMax)
    throw new Poison('streamrevision must be a whole number that is not negative');
  return { streamrevision: Number(revision) };
}
