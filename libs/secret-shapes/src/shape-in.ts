import type { SecretShape } from './secret-shape.js';
import { secretShapes } from './secret-shapes.js';

const anyOf = (expressions: RegExp[]) =>
  new RegExp(expressions.map(({ source }) => source).join('|'));
const anyHint = anyOf(secretShapes.map(({ hint }) => hint));
const anyPattern = anyOf(secretShapes.map(({ pattern }) => pattern));

/**
 * The first shape of the list that the text holds. One search for the hints lets nearly every text through;
 * one for the patterns nearly every other; only then they are tried one by one.
 */
export function shapeIn(text: string): SecretShape | undefined {
  const written = shapeAsWritten(text);
  if (written || plain.test(text)) return written;
  const seen = asSeen(text);
  return seen === text ? undefined : shapeAsWritten(seen);
}

const plain = /^[\p{ASCII}]*$/u;

/** What nobody sees is left out, and letters of other widths are the plain ones: a secret is none the less one. */
const asSeen = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');

const shapeAsWritten = (text: string): SecretShape | undefined =>
  anyHint.test(text) && anyPattern.test(text)
    ? secretShapes.find((shape) => holds(text, shape))
    : undefined;

function holds(text: string, { pattern, confirm = () => true }: SecretShape): boolean {
  for (const [match] of text.matchAll(pattern)) if (confirm(match)) return true;
  return false;
}
