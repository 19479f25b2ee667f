import { holdsSecretByName, secretByName } from './secret-by-name.js';
import type { NamedValue } from './secret-by-name.js';
import { shapeIn } from './shape-in.js';

export interface FoundSecret {
  /** Where it stands: `tickets[3].title`; empty when the value itself is the text. */
  readonly field: string;
  /** What it looks like: `a GitHub token`. */
  readonly shape: string;
}

/** An object or a list, and the way that leads to it. */
interface Place {
  readonly value: object;
  readonly name: string;
  readonly within?: Place;
}

/**
 * Looks through every text of a JSON value, and through the names of its fields, for what has the shape of a
 * secret. Never returns any of the text itself. Takes time in proportion to the size of the value, however
 * deep that is.
 * @param root what to call the value itself, as the beginning of the field's path
 * @param named fields of an object of which one may say that the other holds a secret, whatever that looks like
 */
export function findSecret(value: unknown, root = '', named?: NamedValue): FoundSecret | undefined {
  if (typeof value === 'string') {
    const shape = shapeIn(value);
    return shape && { field: root, shape: shape.name };
  }
  const places: Place[] = isContainer(value) ? [{ value, name: root }] : [];
  for (const place of places) {
    const found = lookInto(place, places) ?? lookByName(place, named);
    if (found) return found;
  }
  return undefined;
}

/** Looks at the texts in an object or a list, and queues the objects and lists in it. */
function lookInto(within: Place, places: Place[]): FoundSecret | undefined {
  const isList = Array.isArray(within.value);
  for (const [key, value] of Object.entries(within.value) as [string, unknown][]) {
    const name = isList ? `[${key}]` : key;
    // The name of a field is text from outside as well.
    const named = isList ? undefined : shapeIn(key);
    if (named)
      return { field: `${pathOf(within)} (the name of a field)`.trim(), shape: named.name };
    const held = typeof value === 'string' ? shapeIn(value) : undefined;
    if (held) return { field: pathOf({ value: {}, name, within }), shape: held.name };
    if (isContainer(value)) places.push({ value, name, within });
  }
  return undefined;
}

function lookByName(within: Place, named: NamedValue | undefined): FoundSecret | undefined {
  const of = within.value as Readonly<Record<string, unknown>>;
  return named && holdsSecretByName(of, named)
    ? { field: pathOf({ value: {}, name: named.value, within }), shape: secretByName }
    : undefined;
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null;

function pathOf(place: Place): string {
  const names: string[] = [];
  for (let at: Place | undefined = place; at; at = at.within) names.push(at.name);
  return names
    .reverse()
    .map((name, index) => (index === 0 || name.startsWith('[') ? name : `.${name}`))
    .join('')
    .replace(/^\./, '');
}
