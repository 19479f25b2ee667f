import { messageTypes, topics } from './registry.js';
import { jsonSchemaOf } from './schema/json-schema.js';

const cases = messageTypes.map((of) => ({ ...of, of }));

describe('the messages', () => {
  it('have a type of their own each', () => {
    expect(new Set(messageTypes.map(({ type }) => type)).size).toBe(messageTypes.length);
  });

  it.each(cases)('$type has an example that fits', ({ schema, example }) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });

  it.each(cases)('$type describes each of its fields', ({ of }) => {
    expect(undescribedIn(jsonSchemaOf(of))).toStrictEqual([]);
  });

  it('are at home on topics that are known, and every topic has one', () => {
    const used = messageTypes.flatMap((of) => of.topics.map(({ name }) => name));
    expect([...new Set(used)].sort()).toStrictEqual(topics.map(({ name }) => name).sort());
  });
});

/** Where a field of an object has no description. */
function undescribedIn(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'examples') return [];
    if (key !== 'properties') return undescribedIn(value, key === 'items' ? `${at}[]` : at);
    return Object.entries(value as Record<string, { description?: string }>).flatMap(
      ([field, of]) => [
        ...(of.description ? [] : [`${at}.${field}`]),
        ...undescribedIn(of, `${at}.${field}`),
      ],
    );
  });
}
