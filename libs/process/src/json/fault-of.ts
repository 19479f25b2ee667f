/** Every object has these already; setting them changes what the object is, or is silently left out further on. */
const isInherited = (name: string) => name in Object.prototype || name === 'prototype';

/** Texts that databases and other programs cut off or replace: NUL, and half of a surrogate pair. */
const unstorable = /\0|\p{Surrogate}/u;

/** What makes a JSON value unfit to be handed on, as a sentence; `undefined` when nothing does. */
export function faultOf(value: unknown, depthLeft: number): string | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (depthLeft === 0) return 'the body is nested too deeply';
  if (Array.isArray(value)) return faultAmong(value, depthLeft - 1);
  for (const name of Object.keys(value)) {
    if (isInherited(name)) return 'the body has a field that is not allowed in any object';
    const fault =
      faultOfText(name) ?? faultOf((value as Record<string, unknown>)[name], depthLeft - 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultAmong(items: readonly unknown[], depthLeft: number): string | undefined {
  for (const item of items) {
    const fault = faultOf(item, depthLeft);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const faultOfText = (text: string): string | undefined =>
  unstorable.test(text) ? 'a text holds NUL or half of a character' : undefined;
