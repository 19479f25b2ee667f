import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe('the decision about topics and messages', () => {
  const decision = readFileSync(
    join(import.meta.dirname, '../../../docs/decisions/0008-topics-and-messages.md'),
    'utf8',
  );
  const rows = decision.matchAll(
    /^\| (?<topics>`roadbook\.[^|]+) \| [^|]+ \| (?<says>[^|]+) \|$/gm,
  );
  const written = [...rows].map(({ groups }) => ({
    topics: wordsIn(groups?.topics ?? ''),
    says: wordsIn(groups?.says ?? '').filter((word) => word !== 'both'),
  }));

  it('has these very topics', () => {
    expect(written.flatMap((row) => row.topics).sort()).toStrictEqual(
      topics.map(({ name }) => name).sort(),
    );
  });

  it.each(written)('has these very messages on $topics', (row) => {
    const here = messageTypes.filter((of) =>
      of.topics.some(({ name }) => row.topics.includes(name)),
    );
    expect(here.map(({ name }) => name).sort()).toStrictEqual(row.says.sort());
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

function wordsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
}
