import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const text = (codeUnits: readonly number[]) => String.fromCharCode(...codeUnits);

describe('canonical JSON', () => {
  it('sorts members at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 3], a: { y: null, x: true } })).toBe(
      '{"a":{"x":true,"y":null},"b":[{"a":2,"z":1},3]}',
    );
  });

  it('sorts by UTF-16 code units, as in RFC 8785, 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalJson(value)).toBe(`{${sorted.map((k) => `${JSON.stringify(k)}:0`).join(',')}}`);
  });

  it('sorts keys that look like numbers as text', () => {
    expect(canonicalJson({ 9: 'b', 10: 'a', '-1': 'c' })).toBe('{"-1":"c","10":"a","9":"b"}');
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [4.5, '4.5'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [333333333.3333333, '333333333.3333333'],
    [Number.MIN_VALUE, '5e-324'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [295147905179352830000, '295147905179352830000'],
  ])('writes the number %d as ECMAScript does', (number, expected) => {
    expect(canonicalJson(number)).toBe(expected);
  });

  it('escapes what must be escaped and nothing else', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/\u007f\u2028 ü 日本 🎉')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/\u007f\u2028 ü 日本 🎉"',
    );
    expect(canonicalJson({ 'a"b': '\u0000' })).toBe('{"a\\"b":"\\u0000"}');
  });

  it('leaves undefined members out, and keeps a member called __proto__', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
  });

  it.each([
    ['half a surrogate pair', text([0x61, 0xd800])],
    ['half a surrogate pair', { [text([0xdc00])]: 1 }],
    ['NaN', NaN],
    ['-Infinity', -Infinity],
    ['undefined', [undefined]],
    ['a bigint', { n: 1n }],
    ['a function', { f: () => 1 }],
    ['a symbol', [Symbol('s')]],
    ['Date', { at: new Date(0) }],
    ['Map', new Map()],
    ['Uint8Array', new Uint8Array(2)],
  ])('refuses %s', (name, value) => {
    expect(() => canonicalJson(value)).toThrow(name);
  });

  it('says what the value said, and the same for members in any order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const json = JSON.stringify(value);
        const shuffled = JSON.parse(json, (_, part: unknown) => reversed(part));
        expect(JSON.parse(canonicalJson(value))).toStrictEqual(JSON.parse(json));
        expect(canonicalJson(shuffled)).toBe(canonicalJson(value));
      }),
    );
  });
});

function reversed(part: unknown): unknown {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).reverse());
}
