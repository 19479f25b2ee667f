import type { JsonSchema } from './json-schema.js';

/** What a schema says to people and not to checks. */
const annotations = new Set(['$schema', '$id', 'title', 'description', 'examples']);

/**
 * Where the schema of a version is no longer what it was when it was published. A version only gains optional fields: neither those who
 * write nor those who read it must notice anything else. What is new has to be a new version.
 */
export function breaksIn(published: unknown, now: unknown, at = 'data'): string[] {
  if (isObject(published) && isObject(now)) return breaksBetween(published, now, at);
  return JSON.stringify(published) === JSON.stringify(now) ? [] : [`${at} is not what it was`];
}

function breaksBetween(published: JsonSchema, now: JsonSchema, at: string): string[] {
  const keywords = new Set([...Object.keys(published), ...Object.keys(now)]);
  return [...keywords].flatMap((keyword) => {
    if (annotations.has(keyword)) return [];
    const [before, after] = [published[keyword], now[keyword]];
    if (keyword === 'properties' && isObject(before) && isObject(after)) {
      return breaksInFields(before, after, at);
    }
    if (keyword === 'items') return breaksIn(before, after, `${at}[]`);
    if (Array.isArray(before) && Array.isArray(after))
      return breaksInLists(before, after, keyword, at);
    return breaksIn(before, after, `${keyword} of ${at}`);
  });
}

/** A field that is not in `required` may come; none may go. Whether it is required shows there. */
const breaksInFields = (before: JsonSchema, after: JsonSchema, at: string): string[] =>
  Object.entries(before).flatMap(([field, schema]) =>
    field in after ? breaksIn(schema, after[field], `${at}.${field}`) : [`${at}.${field} is gone`],
  );

function breaksInLists(
  before: readonly unknown[],
  after: readonly unknown[],
  keyword: string,
  at: string,
): string[] {
  if (keyword === 'anyOf' && before.length === after.length) {
    return before.flatMap((schema, index) => breaksIn(schema, after[index], at));
  }
  const sorted = (words: readonly unknown[]) => JSON.stringify(words.map(String).sort());
  return sorted(before) === sorted(after) ? [] : [`${keyword} of ${at} is not what it was`];
}

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
