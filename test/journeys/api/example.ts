import { resolved } from './described.js';
import type { Operation, Schema } from './described.js';

/**
 * A value as its description gives it for an example: everything that has to be there, and what else has an example.
 * @throws Error where there is none: whoever tries the API out would have to guess
 */
export function exampleOf(schema: Schema, name: string): unknown {
  const { type, properties = {}, required = [], items, allOf, ...rest } = resolved(schema);
  const { enum: values, example } = rest;
  if (example !== undefined) return example;
  if (values) return values[0];
  if (allOf) return exampleOf(allOf[0], name);
  if (type === 'array' && items) return [exampleOf(items, `${name}[0]`)];
  if (type !== 'object') throw new Error(`${name} has no example`);
  const given = Object.entries(properties).filter(
    ([field, one]) => required.includes(field) || one.example !== undefined,
  );
  return Object.fromEntries(
    given.map(([field, one]) => [field, exampleOf(one, `${name}.${field}`)]),
  );
}

export const exampleBody = ({ id, body }: Operation): Readonly<Record<string, unknown>> =>
  exampleOf(body ?? {}, id) as Record<string, unknown>;

type Named = Readonly<Record<string, string>>;

/** The address of an operation with these parameters; an example for each other one that has to be there. */
export function addressOf({ id, path, parameters }: Operation, named: Named = {}): string {
  let address = path;
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters) {
    if (!required) continue;
    const value = named[name] ?? String(exampleOf(schema, `${id} ${name}`));
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, value);
  }
  return query.size > 0 ? `${address}?${query.toString()}` : address;
}
