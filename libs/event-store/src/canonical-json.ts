/**
 * The one text of a JSON value after RFC 8785 (JSON Canonicalization Scheme): members sorted by UTF-16 code units, no white
 * space, numbers and strings as ECMAScript writes them. Members that are `undefined` are left out.
 * @throws TypeError for what JSON cannot carry without loss: a lone surrogate, NaN, an infinity, a bigint, a date, a map and
 * their like, and `undefined` anywhere but as a member.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (Number.isFinite(value)) return String(value);
      break;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return list(value);
      if (Object.prototype.toString.call(value) === '[object Object]') return members(value);
  }
  throw new TypeError(`JSON cannot carry ${nameOf(value)} without loss`);
}

function list(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) text += (text === '[' ? '' : ',') + canonicalJson(value);
  return text + ']';
}

function members(value: object): string {
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined)
      text += `${text === '{' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return text + '}';
}

/** Every character that may need an escape: controls, quote, backslash, and the halves of surrogate pairs. */
const special = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
const loneSurrogate = /\p{Surrogate}/u;

/** Most text needs no escape, and looking first is three times as fast as always escaping. */
function quoted(text: string): string {
  if (!special.test(text)) return `"${text}"`;
  if (loneSurrogate.test(text)) {
    throw new TypeError('JSON cannot carry text with half a surrogate pair without loss');
  }
  return JSON.stringify(text);
}

function nameOf(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  return typeof value === 'object'
    ? Object.prototype.toString.call(value).slice('[object '.length, -1)
    : `a ${typeof value}`;
}
